using System.Collections.Immutable;
using System.Threading.Channels;
using TousRisques.Domain.Expeditions;
using TousRisques.Host.Contacts;
using TousRisques.Web.Contacts;
using TousRisques.Web.Mail;

namespace TousRisques.Host.Mail;

/// <summary>A letter that is due, with the address it goes to.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Address">The address, as its owner wrote it.</param>
/// <param name="QueuedAt">When it was posted.</param>
/// <param name="Tries">How often the mail server has put it off.</param>
internal sealed record DueLetter(Letter Letter, string Address, DateTimeOffset QueuedAt, int Tries);

/// <summary>
/// The outbox in <c>contacts.db</c>. A letter that has left, or was given up, keeps its id, so that it never leaves again, and loses its words. Erasing a person takes their
/// letters along (ON DELETE CASCADE).
/// </summary>
internal sealed class SqliteOutbox(ContactsFile file, MailSettings? settings, TimeProvider time) : IOutbox
{
    private const string Waiting = "waiting", Sent = "sent", GivenUp = "given-up";

    private readonly Channel<bool> posted = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <inheritdoc/>
    public bool IsOpen => settings is not null;

    /// <inheritdoc/>
    public string Site => settings?.Site ?? "";

    /// <inheritdoc/>
    public DateTimeOffset? DownSince { get; set; }

    /// <summary>Tells when something was posted.</summary>
    public ChannelReader<bool> Posted => posted.Reader;

    /// <inheritdoc/>
    public void Post(IReadOnlyCollection<Letter> letters)
    {
        ArgumentNullException.ThrowIfNull(letters);
        if (!IsOpen || letters.Count == 0) return;
        var now = time.GetUtcNow().UtcTicks;
        file.ExecuteEach(
            """
            INSERT INTO letter (id, contact, state, sender, subject, body, page, calendar, queued_at, next_at, tries, answer)
            SELECT $a, id, $b, $d, $e, $f, $g, $h, $i, $i, 0, 0 FROM contact WHERE id = $c AND mail <> '' ON CONFLICT (id) DO NOTHING
            """,
            letters.Select(l => new object[] { l.Id, Waiting, l.To.Value, l.Sender, l.Subject, l.Body, l.Page, l.Calendar.ToArray(), now }));
        posted.Writer.TryWrite(true);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<ContactId, MailState> Unsent(ExpeditionId expedition) => file.Query(
        "SELECT contact, max(state = $c) FROM letter JOIN contact ON contact.id = letter.contact WHERE expedition = $a AND state <> $b GROUP BY contact",
        r => (Id: new ContactId(r.GetString(0)), Lost: r.GetInt64(1) == 1), expedition.Value, Sent, GivenUp)
        .ToDictionary(r => r.Id, r => r.Lost ? MailState.GivenUp : MailState.Waiting);

    /// <summary>Letters that are due, the oldest first.</summary>
    public IReadOnlyList<DueLetter> Due(int most) => file.Query(
        """
        SELECT letter.id, contact, sender, subject, body, page, calendar, mail, queued_at, tries FROM letter JOIN contact ON contact.id = letter.contact
        WHERE state = $a AND next_at <= $b ORDER BY queued_at, letter.id LIMIT $c
        """,
        r => new DueLetter(
            new Letter(r.GetString(0), new ContactId(r.GetString(1)), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), [.. r.GetFieldValue<byte[]>(6)]),
            r.GetString(7), new DateTimeOffset(r.GetInt64(8), TimeSpan.Zero), (int)r.GetInt64(9)),
        Waiting, time.GetUtcNow().UtcTicks, most);

    /// <summary>When the next letter is due; null when none waits.</summary>
    public DateTimeOffset? NextDue() =>
        file.Query("SELECT min(next_at) FROM letter WHERE state = $a", r => r.IsDBNull(0) ? (DateTimeOffset?)null : new DateTimeOffset(r.GetInt64(0), TimeSpan.Zero), Waiting).FirstOrDefault();

    /// <summary>The mail server took a letter.</summary>
    public void Leave(string letter) => Close(letter, Sent, 0);

    /// <summary>A letter is not tried any more.</summary>
    /// <param name="letter">Which.</param>
    /// <param name="answer">The mail server's answer, by its number alone; 0 for none.</param>
    public void GiveUp(string letter, int answer) => Close(letter, GivenUp, answer);

    /// <summary>A letter is tried again later.</summary>
    public void PutOff(string letter, DateTimeOffset next, int answer) =>
        file.Execute("UPDATE letter SET next_at = $b, tries = tries + 1, answer = $c WHERE id = $a", letter, next.UtcTicks, answer);

    private void Close(string letter, string state, int answer) =>
        file.Execute("UPDATE letter SET state = $b, sender = '', subject = '', body = '', page = '', calendar = x'', answer = $c WHERE id = $a", letter, state, answer);
}
