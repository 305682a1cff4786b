using System.Text;
using CsCheck;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Words;
using TousRisques.Host.Contacts;
using TousRisques.Web.Contacts;

namespace TousRisques.Web.Tests.Contacts;

public sealed class ContactsTests : IDisposable
{
    private static readonly ExpeditionId Valley = new("vallee"), Coast = new("littoral");
    private static readonly DateTimeOffset Noon = new(2026, 11, 5, 12, 0, 0, TimeSpan.Zero);
    private readonly string folder = Directory.CreateTempSubdirectory("tousrisques-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_contact_comes_back_as_it_was_written()
    {
        using var file = Open();
        var contacts = new SqliteContacts(file);
        var marie = Somebody("c1") with { Note = "Fauteuil roulant\nÉtage sans ascenseur ? 🌊" };
        contacts.Put(marie);
        contacts.Put(marie with { Name = "Marie Curie-Joliot" });
        Assert.Equal(marie with { Name = "Marie Curie-Joliot" }, contacts.Find(marie.Id));
        Assert.Null(contacts.Find(new ContactId("c2")));
    }

    [Fact]
    public void Contacts_are_listed_by_expedition_and_kind_and_found_by_address_whatever_its_case()
    {
        using var file = Open();
        var contacts = new SqliteContacts(file);
        contacts.Put(Somebody("c2") with { MadeAt = Noon.AddMinutes(1), Mail = "MARIE.élan@Exemple.FR" });
        contacts.Put(Somebody("c1") with { Mail = "marie.Élan@exemple.fr" });
        contacts.Put(Somebody("c3") with { Kind = ContactKind.Declarer, Mail = "" });
        contacts.Put(Somebody("c4") with { Expedition = Coast });
        Assert.Equal(["c1", "c2", "c3"], contacts.List(Valley).Select(c => c.Id.Value).Order());
        Assert.Equal(["c1", "c2"], contacts.List(Valley, ContactKind.SignUp).Select(c => c.Id.Value));
        Assert.Equal(["c1", "c2"], contacts.FindByMail(Valley, " marie.ÉLAN@exemple.fr ").Select(c => c.Id.Value));
        Assert.Empty(contacts.FindByMail(Valley, ""));
    }

    [Fact]
    public void What_is_erased_leaves_no_byte_in_the_folder_however_the_pages_were_filled() =>
        // Notes of many lengths, rows put in any order and grown later, so that pages are split and rows move between them: without writing the file anew,
        // SQLite's own overwriting leaves a copy of one person in a hundred.
        Gen.Select(Gen.Shuffle(Enumerable.Range(0, 300).ToArray()), Gen.Int[0, 900].Array[300], Gen.Int[0, 2_000].Array[300]).Sample((order, first, then) =>
        {
            var own = Directory.CreateTempSubdirectory("tousrisques-").FullName;
            using (var file = new ContactsFile(Path.Combine(own, "contacts.db")))
            {
                var contacts = new SqliteContacts(file);
                file.Execute("BEGIN"); // for speed only
                foreach (var i in order) contacts.Put(Person(i, first[i]));
                foreach (var i in order.Where(i => i % 2 == 0)) contacts.Put(Person(i, then[i]));
                file.Execute("COMMIT");
                var gone = order.Take(60).ToList();
                Assert.NotEmpty(Traces.Of(own, Person(gone[0], 0).Name));
                Assert.Equal(60, contacts.Erase([.. gone.Select(i => Person(i, 0).Id)]));
                Assert.Equal([], gone.Where(i => Traces.Of(own, Person(i, 0).Name, Person(i, 0).Mail).Count > 0));
                Assert.Equal(240, contacts.List(Valley).Count);
            }
            Directory.Delete(own, recursive: true);

            static Contact Person(int i, int note) => Somebody($"{i:000}") with { Name = $"Personne{i:000}é", Mail = $"personne{i:000}@exemple.fr", Note = new string('x', note) };
        }, iter: 10);

    [Theory]
    [InlineData("marie@exemple.fr", true)]
    [InlineData("marie.curie+atelier@mairie.ville-de-l-eau.fr", true)]
    [InlineData("josé@éléphant.fr", true)]
    [InlineData("marie@exemple", false)]
    [InlineData("marie@@exemple.fr", false)]
    [InlineData("a@b.c,d@e.fr", false)]
    [InlineData("marie <marie@exemple.fr>", false)]
    [InlineData("\"marie curie\"@exemple.fr", false)]
    [InlineData("marie@[127.0.0.1]", false)]
    [InlineData("marie@127.0.0.1", false)]
    [InlineData("marie@exemple..fr", false)]
    [InlineData(".marie@exemple.fr", false)]
    [InlineData("marie@-exemple.fr", false)]
    [InlineData("marie@exemple.fr\r\nBcc: x@y.fr", false)]
    public void An_address_is_one_that_can_be_written_to(string text, bool good) => Assert.Equal(good, ContactFields.IsMail(text));

    [Fact]
    public void What_people_write_of_themselves_is_cleaned()
    {
        Assert.Null(ContactFields.Read("  Marie\r\n Curie ", " marie@exemple.fr\n", " 06 12 ", "a\r\nb", nameWanted: true, out var fields));
        Assert.Equal(new("Marie Curie", "marie@exemple.fr", "06 12", "a\nb"), fields);
        Assert.IsType<TextMissing>(ContactFields.Read(" ", "", "", "", nameWanted: true, out _));
        Assert.IsType<Domain.Expeditions.Agendas.NoMailAddress>(ContactFields.Read("M", "x", "", "", nameWanted: true, out _));
    }

    private ContactsFile Open() => new(Path.Combine(folder, "contacts.db"));

    private static Contact Somebody(string id) =>
        new(new ContactId(id), ContactKind.SignUp, Valley, "Marie Curie", "marie@exemple.fr", "06 12 34 56 78", "", Language.French, Noon);
}

/// <summary>Looks for texts in every file of a folder, byte for byte.</summary>
internal static class Traces
{
    /// <summary>Files that hold one of the texts, in UTF-8 or in UTF-16. The lock of a house that is open is empty and can be read by none.</summary>
    public static List<string> Of(string folder, params string[] texts)
    {
        var wanted = texts.SelectMany(t => new[] { Encoding.UTF8.GetBytes(t), Encoding.Unicode.GetBytes(t), Encoding.BigEndianUnicode.GetBytes(t) }).ToList();
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).Where(f => Read(f) is var bytes && wanted.Any(w => bytes.AsSpan().IndexOf(w) >= 0)).Order()];
    }

    private static byte[] Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (FileNotFoundException)
        {
            return []; // a rollback journal that was deleted since the folder was listed: nothing of it is left
        }
    }
}
