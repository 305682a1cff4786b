using Microsoft.Data.Sqlite;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Words;
using TousRisques.Web.Contacts;

namespace TousRisques.Host.Contacts;

/// <summary>Contacts in <c>contacts.db</c>.</summary>
internal sealed class SqliteContacts(ContactsFile file) : IContacts
{
    private const string Columns = "SELECT id, kind, expedition, name, mail, phone, note, language, made_at FROM contact ";

    /// <inheritdoc/>
    public void Put(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        file.Execute(
            """
            INSERT INTO contact (id, kind, expedition, name, mail, phone, note, language, made_at) VALUES ($a, $b, $c, $d, $e, $f, $g, $h, $i)
            ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, expedition = excluded.expedition, name = excluded.name, mail = excluded.mail, phone = excluded.phone,
                note = excluded.note, language = excluded.language, made_at = excluded.made_at
            """,
            contact.Id.Value, contact.Kind.ToString(), contact.Expedition.Value, contact.Name, contact.Mail, contact.Phone, contact.Note,
            contact.Language.Code, contact.MadeAt.UtcTicks);
    }

    /// <inheritdoc/>
    public Contact? Find(ContactId id) => file.Query(Columns + "WHERE id = $a", Read, id.Value).FirstOrDefault();

    /// <inheritdoc/>
    public IReadOnlyList<Contact> List(ExpeditionId expedition, ContactKind? kind = null) => kind is { } one
        ? file.Query(Columns + "WHERE expedition = $a AND kind = $b ORDER BY made_at, id", Read, expedition.Value, one.ToString())
        : file.Query(Columns + "WHERE expedition = $a ORDER BY made_at, id", Read, expedition.Value);

    /// <inheritdoc/>
    public IReadOnlyList<Contact> FindByMail(ExpeditionId expedition, string mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        // Compared here and not by an index: an address stands once in the file, and the same way it was written.
        return mail.Trim() is { Length: > 0 } wanted ? [.. List(expedition).Where(c => string.Equals(c.Mail, wanted, StringComparison.OrdinalIgnoreCase))] : [];
    }

    /// <inheritdoc/>
    public int Erase(IReadOnlyCollection<ContactId> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Count == 0) return 0;
        var erased = file.ExecuteEach("DELETE FROM contact WHERE id = $a", ids.Select(i => new object[] { i.Value }));
        file.Tidy();
        return erased;
    }

    private static Contact Read(SqliteDataReader r) => new(
        new ContactId(r.GetString(0)), Enum.Parse<ContactKind>(r.GetString(1)), new ExpeditionId(r.GetString(2)), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6),
        new Language(r.GetString(7)), new DateTimeOffset(r.GetInt64(8), TimeSpan.Zero));
}
