using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TousRisques.Domain.Expeditions.Agendas;
using TousRisques.Web.Access;
using TousRisques.Web.Contacts;
using TousRisques.Web.Mail;
using TousRisques.Web.Tests.Contacts;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests.Explorer;

/// <summary>Workshops to come on their pages: announcing, signing up, waiting, reminders, the hour, attendance, erasure.</summary>
public sealed class AgendaTests(AgendaHouse camp) : IClassFixture<AgendaHouse>
{
    [Fact]
    public async Task A_visitor_signs_up_without_an_account_and_finds_everything_on_a_page_of_their_own()
    {
        var (ada, at) = await CampAsync("Inscriptions");
        var card = await camp.AnnounceAsync(ada, at, ("description", "Trois **actes**"), ("access", "Rampe à l’arrière"));
        var html = await camp.House.Client.ReadAsync(card);
        foreach (var told in new[] { "Crue et cyberattaque", "2 places", "<strong>actes</strong>", "Rampe à l’arrière", "heure\u00a0de\u00a0Paris" }) Assert.Contains(told, html, StringComparison.Ordinal);
        var mine = await camp.SignUpAsync(card, "Marie <b>Curie", "", ("family", "residents"), ("needs", "Boucle magnétique"));
        html = await camp.House.Client.ReadAsync(mine);
        foreach (var told in new[] { "Vous avez une place", "seule confirmation", mine }) Assert.Contains(told, html, StringComparison.Ordinal);
        Assert.Contains("Marie &lt;b&gt;Curie", await (await camp.House.Client.GetAsync(mine)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("Boucle magnétique", camp.PersonOf(mine)!.Note);
        var ics = await (await camp.House.Client.GetAsync(mine + "/workshop.ics")).Content.ReadAsStringAsync();
        Assert.Contains("SUMMARY:Crue et cyberattaque", ics, StringComparison.Ordinal);
        Assert.Contains("BEGIN:VALARM", ics, StringComparison.Ordinal);
        Assert.DoesNotContain("Curie", await camp.House.Client.ReadAsync(card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_place_that_somebody_leaves_goes_to_the_first_who_waits_and_they_are_told()
    {
        var (ada, at) = await CampAsync("Attente");
        var card = await camp.AnnounceAsync(ada, at, ("places", "1"));
        var first = await camp.SignUpAsync(card, "Ana");
        var second = await camp.SignUpAsync(card, "Bo", "bo@exemple.fr");
        var third = await camp.SignUpAsync(card, "Cy", "cy@exemple.fr");
        Assert.Contains("liste d’attente, au rang 2", await camp.House.Client.ReadAsync(third), StringComparison.Ordinal);
        Assert.Contains("complet, liste d’attente", await camp.House.Client.ReadAsync(card), StringComparison.Ordinal);
        using var ana = camp.House.NewClient(cookies: true);
        var (_, html) = await ana.SendAsync(first + "/cancel");
        Assert.Contains("Cochez la case", html, StringComparison.Ordinal);
        await ana.SendAsync(first + "/cancel", ("sure", "true"));
        Assert.Contains("Votre inscription est annulée", await camp.House.Client.ReadAsync(first), StringComparison.Ordinal);
        Assert.Contains("Vous avez une place", await camp.House.Client.ReadAsync(second), StringComparison.Ordinal);
        Assert.Contains("au rang 1", await camp.House.Client.ReadAsync(third), StringComparison.Ordinal);
        var letters = await LettersAsync("bo@exemple.fr", 2);
        Assert.Equal(["Liste d’attente : Crue et cyberattaque", "Une place pour vous : Crue et cyberattaque"], letters.Select(l => l.Subject!.Replace('\u00a0', ' ')));
        Assert.Contains("https://risques.exemple.fr" + second, letters[1].TextBody, StringComparison.Ordinal);
        Assert.Equal($"<https://risques.exemple.fr{second}>", letters[1].Headers["List-Unsubscribe"]);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_sign_up_with_one_link()
    {
        var (ada, at) = await CampAsync("Deux fois");
        var card = await camp.AnnounceAsync(ada, at);
        (string, string)[] form = [("name", "Marie"), ("mail", "twice@exemple.fr"), ("consent", "true"), ("id", "same-form")];
        var once = (await camp.House.Client.PostAsync(card + "/sign-up", House.Form(form))).Headers.Location;
        var again = (await camp.House.Client.PostAsync(card + "/sign-up", House.Form(form))).Headers.Location;
        Assert.Equal(once, again);
        Assert.Single((await camp.WorkshopAsync(card)).SignUps);
        // The same id with another's words is another's sign-up: nobody comes by a link that is not theirs.
        var other = (await camp.House.Client.PostAsync(card + "/sign-up", House.Form([("name", "Paul"), .. form[1..]]))).Headers.Location;
        Assert.NotEqual(once, other);
        Assert.Equal(2, (await camp.WorkshopAsync(card)).SignUps.Length);
    }

    [Fact]
    public async Task An_address_that_signed_up_already_is_told_by_mail_and_by_nothing_on_the_screen()
    {
        var (ada, at) = await CampAsync("Discrétion");
        var card = await camp.AnnounceAsync(ada, at, ("places", "9"));
        var pages = new[] { await camp.SignUpAsync(card, "Marie", "secret@exemple.fr"), await camp.SignUpAsync(card, "Curieux", "new@exemple.fr"), await camp.SignUpAsync(card, "Curieux", "SECRET@exemple.fr") };
        var seen = new List<string>();
        foreach (var page in pages) seen.Add((await camp.House.Client.ReadAsync(page)).Replace(page, "", StringComparison.Ordinal).Replace(Uri.EscapeDataString(page), "", StringComparison.Ordinal).Replace("Marie", "Curieux", StringComparison.Ordinal));
        Assert.Equal(Bare(seen[1]), Bare(seen[2]));
        Assert.Equal(Bare(seen[0]), Bare(seen[2]));
        var letters = await LettersAsync("secret@exemple.fr", 2, ignoreCase: true);
        Assert.DoesNotContain("déjà une inscription", letters[0].TextBody, StringComparison.Ordinal);
        Assert.Contains("déjà une inscription", letters[1].TextBody, StringComparison.Ordinal);
        Assert.Contains("même adresse", await ada.ReadAsync(card + "/people"), StringComparison.Ordinal);

        static string Bare(string html) => System.Text.RegularExpressions.Regex.Replace(html, "name=\"id\" value=\"[^\"]*\"", "");
    }

    [Fact]
    public async Task What_is_missing_is_said_and_what_was_typed_is_still_there()
    {
        var (ada, at) = await CampAsync("Mal remplies");
        var card = await camp.AnnounceAsync(ada, at);
        using var visitor = camp.House.NewClient(cookies: true);
        foreach (var (fields, said) in new (string[] Fields, string Said)[]
        {
            (["", "x@exemple.fr", "true", ""], "nom"), (["Marie", "x@exemple", "true", ""], "n’a pas cette forme"), (["Marie", "x@exemple.fr", "", ""], "case d’accord"),
            (["Marie", "x@exemple.fr", "true", "http://spam"], "champ caché"),
        })
        {
            var (to, html) = await visitor.SendAsync(card + "/sign-up", ("name", fields[0]), ("mail", fields[1]), ("consent", fields[2]), ("leave-empty", fields[3]), ("needs", "Un siège"));
            Assert.Equal(card + "#sign-up", to);
            Assert.Contains("Un siège</textarea>", html, StringComparison.Ordinal);
            Assert.Contains(said, html, StringComparison.Ordinal);
        }
        Assert.Empty((await camp.WorkshopAsync(card)).SignUps);
        Assert.Equal("new", (await ada.SendAsync(at + "/workshops", ("title", "Sans date"), ("zone", "Europe/Paris"), ("place", "Ici"), ("places", "4"))).To.Split('/')[^1]);
        Assert.Equal("new", (await ada.SendAsync(at + "/workshops", ("title", "Nulle part"), ("zone", "Lune/Mer"), ("start", "2026-12-01T10:00"), ("place", "Ici"), ("places", "4"))).To.Split('/')[^1]);
    }

    [Fact]
    public async Task People_are_reminded_once_by_the_clock_whatever_restarts()
    {
        var own = new AgendaHouse();
        await own.InitializeAsync();
        await using var _ = own.ConfigureAwait(false);
        using var ada = await own.House.FacilitatorAsync();
        var at = await ada.OpenExpeditionAsync("Rappels");
        var card = await own.AnnounceAsync(ada, at, ("places", "1"));
        await own.SignUpAsync(card, "Ana", "ana@exemple.fr");
        await own.SignUpAsync(card, "Bo", "bo@exemple.fr");
        await own.Office.WaitAsync(2);
        var start = (await own.WorkshopAsync(card)).Announcement.Start;
        own.Clock.Put(start.AddHours(-23));
        await own.TickAsync();
        await own.TickAsync();
        await own.Office.WaitAsync(3);
        await own.RestartAsync();
        await own.TickAsync();
        own.Clock.Put(start.AddMinutes(-50));
        await own.TickAsync();
        await own.TickAsync();
        var received = await own.Office.WaitAsync(4);
        Assert.Equal(["Demain", "Dans une heure"], received.Skip(2).Select(r => r.Message.Subject!.Split('\u00a0', ':')[0].Trim()));
        Assert.All(received.Skip(2), r => Assert.Equal("ana@exemple.fr", r.To));
        Assert.Equal([ReminderKind.DayBefore, ReminderKind.HourBefore], (await own.WorkshopAsync(card)).Reminded.Select(r => r.Kind));
    }

    [Fact]
    public async Task A_letter_that_a_crash_kept_from_being_posted_is_posted_after_it()
    {
        var (ada, at) = await CampAsync("Reprise");
        var card = await camp.AnnounceAsync(ada, at);
        var mine = await camp.SignUpAsync(card, "Marie");
        var person = camp.PersonOf(mine)!;
        // As if the process had ended between the fact and its letter: an address, a sign-up, and nothing posted.
        camp.House.Services.GetRequiredService<IContacts>().Put(person with { Mail = "reprise@exemple.fr" });
        await camp.RestartAsync();
        await camp.TickAsync();
        Assert.StartsWith("Inscription", (await LettersAsync("reprise@exemple.fr", 1))[0].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_in_shows_at_the_hour_to_those_with_a_place_and_to_all_when_wanted()
    {
        var (ada, at) = await CampAsync("À l’heure");
        var soon = camp.Clock.GetUtcNow().AddHours(2);
        var card = await camp.AnnounceAsync(ada, at, ("places", "1"), ("start", AgendaHouse.Typed(soon)));
        var open = await camp.AnnounceAsync(ada, at, ("places", "1"), ("start", AgendaHouse.Typed(soon)), ("link-on-card", "true"));
        var placed = await camp.SignUpAsync(card, "Ana");
        var waiting = await camp.SignUpAsync(card, "Bo");
        var codes = new List<string>();
        foreach (var one in new[] { card, open })
        {
            var console = (await ada.PostAsync(one + "/open", House.Form(("tables", "2")))).Headers.Location!.ToString();
            Assert.StartsWith("/w/", console, StringComparison.Ordinal);
            Assert.Equal(console, (await ada.PostAsync(one + "/open", House.Form())).Headers.Location!.ToString()); // opened once
            Assert.Equal(200, await ada.StatusAsync(console));
            codes.Add(console.Split('/')[2]);
        }
        foreach (var page in new[] { placed, waiting, card, open }) Assert.DoesNotContain("/join?code=", await camp.House.Client.ReadAsync(page), StringComparison.Ordinal);
        camp.Clock.Put((await camp.WorkshopAsync(card)).Announcement.Start.AddMinutes(-14));
        try
        {
            Assert.Contains("/join?code=" + codes[0], await camp.House.Client.ReadAsync(placed), StringComparison.Ordinal);
            Assert.Contains("/join?code=" + codes[1], await camp.House.Client.ReadAsync(open), StringComparison.Ordinal);
            foreach (var page in new[] { waiting, card }) Assert.DoesNotContain(codes[0], await camp.House.Client.ReadAsync(page), StringComparison.Ordinal);
            Assert.Equal(200, await camp.House.Client.StatusAsync("/join?code=" + codes[0]));
        }
        finally
        {
            camp.Clock.Put(TimeProvider.System.GetUtcNow());
        }
    }

    [Fact]
    public async Task Attendance_is_taken_a_table_written_and_a_sheet_printed()
    {
        var (ada, at) = await CampAsync("Présence");
        var card = await camp.AnnounceAsync(ada, at, ("start", AgendaHouse.Typed(camp.Clock.GetUtcNow().AddMinutes(10))));
        var mine = await camp.SignUpAsync(card, "=Ana", "ana@exemple.fr", ("needs", "Siège"));
        await camp.SignUpAsync(card, "Bo");
        var id = (await camp.WorkshopAsync(card)).SignUps[0].Id.Value;
        var (_, html) = await ada.SendAsync(card + "/attendance", ("present", id), ("others", "3"));
        Assert.Contains("4</b> présents", html, StringComparison.Ordinal);
        Assert.Equal([true, false], (await camp.WorkshopAsync(card)).SignUps.Select(s => s.Present));
        var csv = await (await ada.GetAsync(card + "/people.csv")).Content.ReadAsStringAsync();
        Assert.Contains("'=Ana;ana@exemple.fr", csv, StringComparison.Ordinal);
        Assert.Contains("Siège", html, StringComparison.Ordinal);
        var sheet = await ada.ReadAsync(card + "/sheet"); // goes from hand to hand: names, and no needs
        Assert.Contains("=Ana", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("Siège", sheet, StringComparison.Ordinal);
        Assert.Contains("tenu", await camp.House.Client.ReadAsync(card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_to_all_moved_or_cancelled_reaches_pages_and_mail()
    {
        var (ada, at) = await CampAsync("Nouvelles");
        var card = await camp.AnnounceAsync(ada, at);
        var mine = await camp.SignUpAsync(card, "Dora", "dora@exemple.fr");
        await LettersAsync("dora@exemple.fr", 1);
        await ada.SendAsync(card + "/circular", ("text", "L’entrée est <à> l’arrière."), ("id", Draws.Command().Value));
        Assert.Contains("L’entrée est <à> l’arrière.", await camp.House.Client.ReadAsync(mine), StringComparison.Ordinal);
        await ada.SendAsync(card + "/edit", ("title", "Crue"), ("scale", "national"), ("place", "Gymnase"), ("zone", "Europe/Paris"), ("minutes", "90"), ("places", "5"), ("open", "true"), ("start", AgendaHouse.Typed(camp.Clock.GetUtcNow().AddDays(12))));
        await ada.SendAsync(card + "/cancel", ("sure", "true"), ("reason", "La salle est inondée."));
        Assert.Contains("La salle est inondée.", await camp.House.Client.ReadAsync(mine), StringComparison.Ordinal);
        var letters = await LettersAsync("dora@exemple.fr", 4);
        Assert.Equal(["Inscription confirmée", "Message", "Changement", "Annulé"], letters.Select(l => l.Subject!.Split(':')[0].Trim().Trim('\u00a0')));
        Assert.Contains("L’entrée est <à> l’arrière.", letters[1].TextBody, StringComparison.Ordinal);
        Assert.Contains("Gymnase", letters[2].TextBody, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", ((MimeKit.TextPart)letters[3].Attachments.Single()).Text, StringComparison.Ordinal);
        var feed = await (await camp.House.Client.GetAsync(at + "/workshops.ics")).Content.ReadAsStringAsync();
        Assert.Contains("STATUS:CANCELLED", feed, StringComparison.Ordinal);
        Assert.Contains("annulé", await camp.House.Client.ReadAsync(at + "/workshops"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_are_in_the_language_of_who_signs_up()
    {
        var (ada, at) = await CampAsync("Langues");
        var card = await camp.AnnounceAsync(ada, at);
        using var english = new HttpRequestMessage(HttpMethod.Post, card + "/sign-up") { Content = House.Form(("name", "Ann"), ("mail", "ann@example.org"), ("consent", "true")) };
        english.Headers.AcceptLanguage.ParseAdd("en");
        await camp.House.Client.SendAsync(english);
        var letter = (await LettersAsync("ann@example.org", 1))[0];
        Assert.Equal("Signed up: Crue et cyberattaque", letter.Subject);
        Assert.Contains("Paris\u00a0time", letter.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_and_working_pages_are_for_people_of_the_expedition()
    {
        var (ada, at) = await CampAsync("Gardées");
        var card = await camp.AnnounceAsync(ada, at);
        var mine = await camp.SignUpAsync(card, "Marie Curie", "marie.gardee@exemple.fr");
        using var stranger = await camp.House.FacilitatorAsync("Zoe");
        foreach (var page in new[] { at + "/workshops/new", card + "/edit", card + "/people", card + "/sheet", card + "/people.csv", at + "/workshops/erasure" })
        {
            Assert.Equal(303, await camp.House.Client.StatusAsync(page));
            Assert.Equal(403, await stranger.StatusAsync(page));
        }
        var id = (await camp.WorkshopAsync(card)).SignUps[0].Id.Value;
        foreach (var form in new[] { "edit", "cancel", "circular", "attendance", "drop", "open", "bind" })
            foreach (var client in new[] { camp.House.Client, stranger })
                Assert.Equal("403", (await client.SendAsync($"{card}/{form}", ("sure", "true"), ("text", "x"), ("signUp", id), ("present", id), ("title", "Pris"), ("zone", "Europe/Paris"), ("start", "2026-12-01T10:00"), ("place", "x"), ("places", "3"), ("code", "BCDFGH"))).To);
        Assert.Equal("403", (await stranger.SendAsync(at + "/workshops/erasure", ("mail", "marie.gardee@exemple.fr"), ("sure", "true"))).To);
        Assert.NotNull(camp.PersonOf(mine));
        foreach (var page in new[] { card, at + "/workshops", at + "/workshops.ics", card + ".ics" })
            Assert.DoesNotContain("Curie", await (await stranger.GetAsync(page)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(PlannedState.Planned, (await camp.WorkshopAsync(card)).State);
    }

    [Fact]
    public async Task A_personal_link_cannot_be_guessed_from_another()
    {
        var (ada, at) = await CampAsync("Devinées");
        var card = await camp.AnnounceAsync(ada, at);
        var (mine, other) = (await camp.SignUpAsync(card, "Ana"), await camp.SignUpAsync(card, "Bo"));
        var (id, proof) = (mine[..mine.LastIndexOf('-')], other[(other.LastIndexOf('-') + 1)..]);
        foreach (var wrong in new[] { id, id + "-", $"{id}-{proof}", mine[..^1] + (mine[^1] == '0' ? '1' : '0'), mine.Replace(at, "/explorer/autre", StringComparison.Ordinal) })
            Assert.Equal(404, await camp.House.Client.StatusAsync(wrong));
        Assert.Equal(404, (int)(await camp.House.Client.PostAsync($"{id}-{proof}/cancel", House.Form(("sure", "true")))).StatusCode);
    }

    [Fact]
    public async Task A_personal_link_lets_people_go_even_from_an_expedition_that_is_private_and_over()
    {
        var (ada, at) = await CampAsync("Fermées");
        var card = await camp.AnnounceAsync(ada, at);
        var mine = await camp.SignUpAsync(card, "Marie Partie");
        await ada.SendAsync(at + "/settings/outline", ("name", "Fermées"), ("question", "Que reste-t-il ?"), ("language", "fr"), ("public", "false"));
        await ada.SendAsync(at + "/settings/end", ("sure", "true"));
        Assert.Equal(404, await camp.House.Client.StatusAsync(card));
        Assert.Equal(200, await camp.House.Client.StatusAsync(mine));
        await camp.House.Client.SendAsync(mine + "/erase", ("sure", "true"));
        Assert.Null(camp.PersonOf(mine));
        Assert.Contains("ne reste rien", (await camp.House.Client.ReadAsync(mine)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_erased_no_byte_of_a_person_is_left_in_database_journal_queue_or_logs()
    {
        var (ada, at) = await CampAsync("Effacées");
        var card = await camp.AnnounceAsync(ada, at, ("places", "9"));
        await camp.Office.ShutAsync();
        camp.Office.Refused.Add("violette.sureau@exemple.fr");
        var texts = new[] { "Violette Sureau", "violette.sureau@exemple.fr", "VIOLETTE.SUREAU", "fauteuil de velours" };
        var mine = await camp.SignUpAsync(card, "Violette Sureau", "violette.sureau@exemple.fr", ("needs", "fauteuil de velours"));
        var stays = await camp.SignUpAsync(card, "Odile Reste", "odile.reste@exemple.fr");
        await Soon(() => camp.Log.Text.Contains("was not reached", StringComparison.Ordinal));
        Assert.Equal([Path.Combine(camp.Folder, "contacts.db")], Traces.Of(camp.Folder, texts)); // before: there, and there alone
        Assert.Contains("Violette Sureau", await ada.ReadAsync(card + "/people"), StringComparison.Ordinal);
        camp.Office.Open();
        await Soon(() => camp.Log.Text.Contains("refused for good", StringComparison.Ordinal)); // a delivery that failed, and was logged
        Assert.Contains("courriel non remis", await ada.ReadAsync(card + "/people"), StringComparison.Ordinal);
        var (_, html) = await camp.House.Client.SendAsync(mine + "/erase", ("sure", "true"));
        Assert.Contains("ne reste rien", html, StringComparison.Ordinal);
        Assert.Equal([], Traces.Of(camp.Folder, texts));
        Assert.NotEmpty(Traces.Of(camp.Folder, "Odile Reste"));
        Assert.DoesNotContain("Violette", await ada.ReadAsync(card + "/people"), StringComparison.Ordinal);
        await camp.RestartAsync();
        Assert.Equal([], Traces.Of(camp.Folder, texts));
        var workshop = await camp.WorkshopAsync(card);
        Assert.Equal((2, 1, true), (workshop.SignUps.Length, workshop.Taken, workshop.SignUps[0].Erased));
        Assert.NotNull(camp.PersonOf(stays));
    }

    [Fact]
    public async Task Who_leads_erases_all_that_is_known_under_an_address()
    {
        var (ada, at) = await CampAsync("Demandées");
        var card = await camp.AnnounceAsync(ada, at);
        var mine = await camp.SignUpAsync(card, "Églantine Houx", "Eglantine.Houx@exemple.fr");
        var expedition = (await camp.House.ExpeditionAsync(at)).Id;
        camp.House.Services.GetRequiredService<IContacts>().Put(new Contact(
            new ContactId("declared-1"), ContactKind.Declarer, expedition, "É. Houx", "eglantine.houx@exemple.fr", "06 07", "", Domain.Words.Language.French, camp.Clock.GetUtcNow()));
        Assert.Contains("ne connaît pas", (await ada.SendAsync(at + "/workshops/erasure", ("mail", "autre@exemple.fr"), ("sure", "true"))).Html, StringComparison.Ordinal);
        var (status, html) = await ada.SendAsync(at + "/workshops/erasure", ("mail", "eglantine.houx@exemple.fr"));
        Assert.Equal("200", status);
        foreach (var told in new[] { "2 fiches", "Églantine Houx", "dispositif déclaré" }) Assert.Contains(told, html, StringComparison.Ordinal);
        (_, html) = await ada.SendAsync(at + "/workshops/erasure", ("mail", "EGLANTINE.houx@exemple.fr"), ("sure", "true"));
        Assert.Contains("2 fiches sont effacées", html, StringComparison.Ordinal);
        Assert.Equal([], Traces.Of(camp.Folder, "Églantine", "Houx", "glantine.houx", "glantine.Houx"));
        Assert.Contains("ne reste rien", await camp.House.Client.ReadAsync(mine), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_are_forgotten_three_months_after_their_workshop_and_strays_within_hours()
    {
        var own = new AgendaHouse();
        await own.InitializeAsync();
        await using var _ = own.ConfigureAwait(false);
        using var ada = await own.House.FacilitatorAsync();
        var at = await ada.OpenExpeditionAsync("Oublis");
        var card = await own.AnnounceAsync(ada, at);
        var mine = await own.SignUpAsync(card, "Gaston Oubli");
        var contacts = own.House.Services.GetRequiredService<IContacts>();
        var expedition = (await own.House.ExpeditionAsync(at)).Id;
        contacts.Put(new Contact(new("stray"), ContactKind.SignUp, expedition, "Stray", "", "", "", Domain.Words.Language.French, own.Clock.GetUtcNow()));
        await own.TickAsync();
        Assert.NotNull(contacts.Find(new("stray")));
        own.Clock.Put(own.Clock.GetUtcNow().AddHours(2));
        await own.TickAsync();
        Assert.Null(contacts.Find(new("stray")));
        var end = (await own.WorkshopAsync(card)).Announcement.End;
        own.Clock.Put(end.AddDays(89));
        await own.TickAsync();
        Assert.NotNull(own.PersonOf(mine));
        own.Clock.Put(end.AddDays(91));
        await own.TickAsync();
        Assert.Null(own.PersonOf(mine));
        var signUp = Assert.Single((await own.WorkshopAsync(card)).SignUps);
        Assert.Equal((true, SignUpState.Placed), (signUp.Erased, signUp.State));
        Assert.Equal([], Traces.Of(own.Folder, "Gaston Oubli"));
    }

    [Fact]
    public async Task A_flood_of_sign_ups_from_one_address_is_slowed_and_told_so()
    {
        var house = new House { Limits = new TryLimits { Contributions = new(3, TimeSpan.FromMinutes(5), 1_000, TimeSpan.FromSeconds(1), 0) } };
        await using var own = house.ConfigureAwait(false);
        await house.InitializeAsync();
        using var ada = await house.FacilitatorAsync();
        var at = await ada.OpenExpeditionAsync("Flot");
        var (card, _) = await ada.SendAsync(at + "/workshops", ("title", "Crue"), ("place", "Ici"), ("zone", "Europe/Paris"), ("start", "2090-12-01T10:00"), ("places", "9"), ("open", "true"));
        var seen = new List<int>();
        for (var i = 0; i < 6; i++) seen.Add((int)(await house.Client.PostAsync(card + "/sign-up", House.Form(("name", $"N{i}"), ("consent", "true")))).StatusCode);
        Assert.True(seen is [303, 303, 303, .., 429, 429], string.Join(' ', seen));
        Assert.Contains("n’envoie pas de courriels", await house.Client.ReadAsync(card), StringComparison.Ordinal);
        Assert.Contains("--smtp", await ada.ReadAsync(card + "/people"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workshops_are_found_by_scale_and_past_ones_apart()
    {
        var (ada, at) = await CampAsync("Cherchées");
        await camp.AnnounceAsync(ada, at, ("title", "Atelier national"), ("scale", "national"), ("online", "true"));
        await camp.AnnounceAsync(ada, at, ("title", "Atelier local"));
        await camp.AnnounceAsync(ada, at, ("title", "Atelier passé"), ("start", "2020-01-01T10:00"));
        Assert.Equal(["Atelier local", "Atelier national"], await TitlesAsync(""));
        Assert.Equal(["Atelier national"], await TitlesAsync("?scale=national"));
        Assert.Equal(["Atelier national"], await TitlesAsync("?online=true"));
        Assert.Equal(["Atelier passé"], await TitlesAsync("?past=true"));
        Assert.Equal(["Atelier local", "Atelier national"], await TitlesAsync("?scale=%3Cscript&page=-4"));

        async Task<List<string>> TitlesAsync(string query)
        {
            var html = await camp.House.Client.ReadAsync(at + "/workshops" + query);
            return [.. new[] { "Atelier local", "Atelier national", "Atelier passé" }.Where(t => html.Contains(t, StringComparison.Ordinal))];
        }
    }

    private async Task<(HttpClient Ada, string At)> CampAsync(string name)
    {
        var ada = await camp.AdaAsync();
        return (ada, await ada.OpenExpeditionAsync(name));
    }

    private async Task<List<MimeKit.MimeMessage>> LettersAsync(string to, int count, bool ignoreCase = false)
    {
        var how = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var received = await Mail.Soon.UntilAsync(() => camp.Office.Received, all => all.Count(r => r.To.Equals(to, how)) >= count);
        return [.. received.Where(r => r.To.Equals(to, how)).Select(r => r.Message)];
    }

    private static Task<bool> Soon(Func<bool> look) => Mail.Soon.UntilAsync(look, so => so);
}
