using System.Collections.Immutable;
using CsCheck;
using MimeKit;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Words;
using TousRisques.Host.Contacts;
using TousRisques.Host.Mail;
using TousRisques.Testing;
using TousRisques.Web.Contacts;
using TousRisques.Web.Mail;
using TousRisques.Web.Tests.Contacts;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests.Mail;

/// <summary>Mail is kept while the server is down, leaves once, and can be told from nothing in the logs. Every server here is a real one.</summary>
public sealed class PostmanTests : IDisposable
{
    private static readonly ExpeditionId Valley = new("vallee");
    private static readonly PostmanPace Brisk = new() { First = TimeSpan.FromMilliseconds(40), Longest = TimeSpan.FromMilliseconds(200), Patience = TimeSpan.FromSeconds(20) };
    private readonly string folder = Directory.CreateTempSubdirectory("tousrisques-").FullName;
    private readonly LogBook log = new();
    private readonly ShiftedClock clock = new();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_letter_waits_while_the_server_is_down_and_leaves_once_after_a_restart_of_ours()
    {
        await using var office = new PostOffice();
        await using (var before = await StartAsync(office))
        {
            before.Post("s1.placed");
            await Soon.UntilAsync(() => before.Outbox.DownSince, d => d is not null);
            Assert.Equal([new(new ContactId("c1"), MailState.Waiting)], before.Outbox.Unsent(Valley));
        }
        await using var after = await StartAsync(office.Open());
        await office.WaitAsync(1);
        await Soon.UntilAsync(() => after.Outbox.Unsent(Valley).Count, n => n == 0);
        after.Post("s1.placed"); // told again, as after a crash
        after.Post("s2.placed");
        var received = await office.WaitAsync(2);
        Assert.Equal(["s1.placed@exemple.fr", "s2.placed@exemple.fr"], received.Select(r => r.Message.MessageId));
        Assert.Null(after.Outbox.DownSince);
        Assert.DoesNotContain("marie", log.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_letter_says_what_mail_programs_ask_and_nothing_of_this_machine()
    {
        await using var office = new PostOffice().Open();
        await using var postman = await StartAsync(office);
        postman.Post("s1.placed", new Letter("s1.placed", new("c1"), "Vallée numérique", "Inscription confirmée", "Bonjour,\n\nÀ jeudi.\n.\nFin", "/explorer/vallee/workshops/s/x", [.. "BEGIN:VCALENDAR\r\n"u8]));
        var (to, message) = (await office.WaitAsync(1))[0];
        Assert.Equal("marie@exemple.fr", to);
        Assert.Equal("Inscription confirmée", message.Subject);
        Assert.Equal("\"Vallée numérique\" <ateliers@exemple.fr>", message.From.ToString());
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        Assert.Equal("<https://risques.exemple.fr/explorer/vallee/workshops/s/x>", message.Headers["List-Unsubscribe"]);
        Assert.Equal("Bonjour,\n\nÀ jeudi.\n.\nFin", message.TextBody!.ReplaceLineEndings("\n").TrimEnd('\n'));
        var calendar = Assert.IsType<TextPart>(message.Attachments.Single());
        Assert.Equal(("text/calendar", "atelier.ics"), (calendar.ContentType.MimeType, calendar.FileName));
        using var raw = new MemoryStream();
        await message.WriteToAsync(raw);
        Assert.DoesNotContain("@" + Environment.MachineName, System.Text.Encoding.UTF8.GetString(raw.ToArray()), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_refused_address_is_given_up_and_keeps_nobody_else_waiting()
    {
        await using var office = new PostOffice { Refused = { "marie@exemple.fr" } }.Open();
        await using var postman = await StartAsync(office);
        postman.Contacts.Put(Somebody("c2") with { Mail = "paul@exemple.fr" });
        postman.Post("s1.placed");
        postman.Post("s2.placed", Letter("s2.placed", "c2"));
        Assert.Equal("paul@exemple.fr", (await office.WaitAsync(1))[0].To);
        await Soon.UntilAsync(() => postman.Outbox.Unsent(Valley), u => u.Count == 1 && u[new ContactId("c1")] == MailState.GivenUp);
        Assert.Contains("s1.placed, 550", log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("marie", log.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_letter_that_is_put_off_comes_back_later()
    {
        await using var office = new PostOffice { PutOff = 2 }.Open();
        await using var postman = await StartAsync(office);
        postman.Post("s1.placed");
        Assert.Single(await office.WaitAsync(1));
        Assert.Contains("tried 2 times", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_too_slow_is_left_and_tried_again()
    {
        await using var office = new PostOffice { Slowness = TimeSpan.FromSeconds(30) }.Open();
        await using var postman = await StartAsync(office, Brisk with { Patience = TimeSpan.FromMilliseconds(300) });
        postman.Post("s1.placed");
        await Soon.UntilAsync(() => log.Text, t => t.Contains("s1.placed, 0, tried 1 times", StringComparison.Ordinal));
        office.Slowness = TimeSpan.Zero;
        Assert.Single(await office.WaitAsync(1));
    }

    [Fact]
    public async Task A_letter_is_given_up_after_days_and_that_is_seen()
    {
        await using var office = new PostOffice();
        await using var postman = await StartAsync(office);
        postman.Post("s1.placed");
        await Soon.UntilAsync(() => postman.Outbox.DownSince, d => d is not null);
        clock.Put(clock.GetUtcNow().AddDays(4));
        await Soon.UntilAsync(() => postman.Outbox.Unsent(Valley), u => u.GetValueOrDefault(new("c1")) == MailState.GivenUp);
        office.Open();
        postman.Post("s2.placed");
        Assert.Equal("s2.placed@exemple.fr", Assert.Single(await office.WaitAsync(1)).Message.MessageId);
    }

    [Fact]
    public async Task Who_is_erased_while_mail_waits_leaves_no_byte_and_gets_none()
    {
        await using var office = new PostOffice();
        await using var postman = await StartAsync(office);
        postman.Contacts.Put(Somebody("c2") with { Name = "Paul", Mail = "paul@exemple.fr" });
        postman.Post("s1.placed", Letter("s1.placed", "c1") with { Body = "Chère Marie Curie, votre place est tenue." });
        await Soon.UntilAsync(() => log.Text, t => t.Contains("was not reached", StringComparison.Ordinal));
        Assert.NotEmpty(Traces.Of(folder, "Marie Curie"));
        postman.Contacts.Erase([new ContactId("c1")]);
        Assert.Equal([], Traces.Of(folder, "Marie Curie", "marie@exemple.fr", "votre place est tenue"));
        office.Open();
        postman.Post("s2.placed", Letter("s2.placed", "c2"));
        Assert.Equal("paul@exemple.fr", Assert.Single(await office.WaitAsync(1)).To);
    }

    [Fact]
    public async Task Nothing_is_kept_without_a_mail_server_nor_for_people_without_an_address()
    {
        await using var office = new PostOffice();
        await using var postman = await StartAsync(office);
        postman.Contacts.Put(Somebody("c2") with { Mail = "" });
        postman.Post("s2.placed", Letter("s2.placed", "c2"));
        postman.Post("s3.placed", Letter("s3.placed", "nobody"));
        Assert.Empty(postman.Outbox.Unsent(Valley));
        using var file = new ContactsFile(Path.Combine(folder, "other.db"));
        new SqliteContacts(file).Put(Somebody("c1"));
        var shut = new SqliteOutbox(file, null, clock);
        shut.Post([Letter("s1.placed", "c1")]);
        Assert.Equal((false, 0), (shut.IsOpen, shut.Unsent(Valley).Count));
    }

    [Fact] // words as attackers write them: line ends, controls, signs that headers know
    public void Nothing_that_people_type_becomes_a_header_or_a_recipient() => Gen.Select(Hostile, Hostile, Hostile).Sample((sender, subject, body) =>
    {
        var due = new DueLetter(new Letter("s1.placed", new("c1"), sender, subject, body, "/p", []), "marie@exemple.fr", DateTimeOffset.UnixEpoch, 0);
        using var raw = new MemoryStream();
        Envelopes.Of(due, new PostOffice().Settings, DateTimeOffset.UnixEpoch).WriteTo(raw);
        raw.Position = 0;
        var read = MimeMessage.Load(raw);
        Assert.Equal(["Auto-Submitted", "Date", "From", "List-Unsubscribe", "MIME-Version", "Message-Id", "Subject", "To"], read.Headers.Select(h => h.Field).Order(StringComparer.Ordinal));
        Assert.Equal("text/plain", read.Body!.ContentType.MimeType);
        Assert.Equal(["marie@exemple.fr"], read.To.Mailboxes.Select(m => m.Address));
        Assert.Equal(["ateliers@exemple.fr"], read.From.Mailboxes.Select(m => m.Address));
        Assert.Equal(0, read.Cc.Count + read.Bcc.Count);
    });

    private static Gen<string> Hostile => Gen.OneOf(
        FactGenerators.Words,
        Gen.OneOf(Gen.Const("\r\n"), Gen.Const("\n"), Gen.Const("\r"), Gen.Const("\u2028"), Gen.Const("\0")).Select(end => $"À bientôt{end}Bcc: victime@exemple.org{end}{end}Texte"),
        Gen.Const("\"x\" <autre@exemple.org>, "), Gen.Const("=?utf-8?q?=0D=0ABcc:_x=40y.fr?="), Gen.Const(new string('é', 2_000)));

    [Theory]
    [InlineData("smtp://poste:2525", null, "poste", 2525, "StartTlsWhenAvailable")]
    [InlineData("smtp://poste", null, "poste", 25, "StartTlsWhenAvailable")]
    [InlineData("smtp://poste", "ana", "poste", 587, "StartTls")]
    [InlineData("smtp://127.0.0.1:25", "ana", "127.0.0.1", 25, "StartTlsWhenAvailable")]
    [InlineData("smtps://poste", "ana", "poste", 465, "SslOnConnect")]
    [InlineData("smtp+starttls://poste", null, "poste", 587, "StartTls")]
    [InlineData("smtp+plain://poste", null, "poste", 25, "None")]
    public void The_mail_server_is_named_by_an_address(string smtp, string? user, string host, int port, string security)
    {
        var settings = MailSettings.Read(smtp, "a@exemple.fr", "https://exemple.fr/", n => n == "TOUSRISQUES_SMTP_USER" ? user : null)!;
        Assert.Equal((host, port, security, "https://exemple.fr"), (settings.Host, settings.Port, settings.Security.ToString(), settings.Site));
    }

    [Theory]
    [InlineData("poste:25", "a@exemple.fr", "https://exemple.fr", "server")]
    [InlineData("http://poste", "a@exemple.fr", "https://exemple.fr", "server")]
    [InlineData("smtp://ana:secret@poste", "a@exemple.fr", "https://exemple.fr", "secret")]
    [InlineData("smtp://poste", null, "https://exemple.fr", "from")]
    [InlineData("smtp://poste", "nobody", "https://exemple.fr", "from")]
    [InlineData("smtp://poste", "a@exemple.fr", null, "site")]
    [InlineData("smtp://poste", "a@exemple.fr", "exemple.fr", "site")]
    public void Settings_that_cannot_work_say_why(string smtp, string? from, string? site, string code) =>
        Assert.Equal(code, Assert.Throws<BadMailSettingsException>(() => MailSettings.Read(smtp, from, site, _ => null)).Code);

    [Fact]
    public void Without_a_server_named_there_is_no_mail() => Assert.Null(MailSettings.Read(null, "a@exemple.fr", null, _ => null));

    private async Task<Desk> StartAsync(PostOffice office, PostmanPace? pace = null)
    {
        var file = new ContactsFile(Path.Combine(folder, "contacts.db"));
        var outbox = new SqliteOutbox(file, office.Settings, clock);
        var desk = new Desk(file, outbox, new SqliteContacts(file), new Postman(outbox, office.Settings, pace ?? Brisk, clock, log.For<Postman>()));
        desk.Contacts.Put(Somebody("c1"));
        await desk.Postman.StartAsync(CancellationToken.None);
        return desk;
    }

    private static Letter Letter(string id, string to) => new(id, new(to), "Vallée", "Bonjour", "Un texte.", "/p", []);

    private static Contact Somebody(string id) =>
        new(new ContactId(id), ContactKind.SignUp, Valley, "Marie Curie", "marie@exemple.fr", "", "", Language.French, DateTimeOffset.UnixEpoch);

    private sealed record Desk(ContactsFile File, SqliteOutbox Outbox, SqliteContacts Contacts, Postman Postman) : IAsyncDisposable
    {
        public void Post(string id, Letter? letter = null) => Outbox.Post([letter ?? Letter(id, "c1")]);

        public async ValueTask DisposeAsync()
        {
            await Postman.StopAsync(CancellationToken.None);
            Postman.Dispose();
            File.Dispose();
        }
    }
}
