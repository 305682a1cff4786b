using System.Text;
using TousRisques.Domain.Expeditions.Meetings;
using TousRisques.Domain.Words;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests.Explorer;

/// <summary>Meetings on their pages, calendars among them.</summary>
public sealed class MeetingPagesTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task A_meeting_is_planned_told_and_read()
    {
        var (ada, at) = await CampAsync("Rencontres");
        var page = await PlanAsync(ada, at, ("title", "Chaire <b>crise</b>"), ("kind", "research"), ("day", "2021-02-25"), ("from", "09:00"), ("to", "12:00"), ("with", "Université, chaire\r\n\r\nPréfecture"), ("theme", "data"), ("theme", "governance"), ("public", "true"));
        var (to, html) = await ada.SendAsync(page + "/minutes", ("minutes", "Ce qui fut dit."), ("lessons", "2"), ("lesson0", "La carte manque."), ("theme0", "data"), ("time0", "during"), ("lesson1", " "), ("links", "1"), ("linktitle0", "Article"), ("link0", "https://exemple.fr/a"));
        Assert.Equal(page, to);
        var meeting = Assert.Single((await house.ExpeditionAsync(at)).Encounters.All.Values);
        Assert.Equal(new DateTimeOffset(2021, 2, 25, 8, 0, 0, TimeSpan.Zero), meeting.Sheet.Starts); // nine o'clock in Paris
        Assert.Equal(["Université, chaire", "Préfecture"], meeting.Sheet.With);
        Assert.Equal(new Lesson("La carte manque.", Theme.Data, CrisisTime.During), Assert.Single(meeting.Record.Learned));
        html = await house.Client.ReadAsync(page);
        foreach (var told in new[] { "jeudi 25 février 2021, de 09:00 à 12:00", "Ce qui fut dit.", "La carte manque.", "https://exemple.fr/a", "Préfecture" }) Assert.Contains(told, html, StringComparison.Ordinal);
        Assert.Contains("Chaire &lt;b&gt;crise", await (await house.Client.GetAsync(page)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("value=\"09:00\"", await ada.ReadAsync(page + "/edit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_for_members_is_seen_by_them_alone()
    {
        var (ada, at) = await CampAsync("Réservées");
        var page = await PlanAsync(ada, at, ("title", "Entre nous"), ("kind", "partner"), ("day", "2026-03-01"), ("public", "false"));
        foreach (var hidden in new[] { page, page + ".ics" }) Assert.Equal(404, await house.Client.StatusAsync(hidden));
        Assert.DoesNotContain("Entre nous", await house.Client.ReadAsync(at + "/meetings"), StringComparison.Ordinal);
        Assert.DoesNotContain("Entre nous", await house.Client.ReadAsync(at + "/meetings.ics"), StringComparison.Ordinal);
        Assert.Contains("Entre nous", await ada.ReadAsync(at + "/meetings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visitors_plan_tell_and_cancel_nothing()
    {
        var (ada, at) = await CampAsync("Gardées");
        var page = await PlanAsync(ada, at, ("title", "À garder"), ("kind", "other"), ("day", "2026-03-01"), ("public", "true"));
        (string, string)[] sheet = [("title", "Pris"), ("kind", "other"), ("day", "2026-03-01")];
        foreach (var form in new[] { at + "/meetings", page + "/edit", page + "/minutes" }) Assert.Equal("403", (await house.Client.SendAsync(form, sheet)).To);
        Assert.Equal("403", (await house.Client.SendAsync(page + "/cancel", ("sure", "true"))).To);
        foreach (var form in new[] { at + "/meetings/new", page + "/edit", page + "/minutes" }) Assert.Equal(303, await house.Client.StatusAsync(form));
        Assert.DoesNotContain("/cancel", await house.Client.ReadAsync(page), StringComparison.Ordinal);
        Assert.Equal(MeetingState.Planned, Assert.Single((await house.ExpeditionAsync(at)).Encounters.All.Values).State);
    }

    [Fact]
    public async Task A_form_without_a_day_or_with_hours_the_wrong_way_comes_back_as_typed()
    {
        var (ada, at) = await CampAsync("Mal remplies");
        foreach (var (day, from, to) in new[] { ("", "", ""), ("2026-03-01", "18:00", "17:00"), ("demain", "", "") })
        {
            var (back, html) = await ada.SendAsync(at + "/meetings", ("title", "Reste là"), ("kind", "field"), ("day", day), ("from", from), ("to", to), ("theme", "jobs"), ("public", "false"));
            Assert.Equal(at + "/meetings/new", back);
            Assert.Contains("value=\"Reste là\"", html, StringComparison.Ordinal);
            Assert.Contains("value=\"jobs\" checked", html, StringComparison.Ordinal);
            Assert.Contains("value=\"false\" checked", html, StringComparison.Ordinal);
        }
        Assert.Empty((await house.ExpeditionAsync(at)).Encounters.All);
    }

    [Fact]
    public async Task Meetings_are_found_by_theme_kind_and_state_page_after_page()
    {
        var (ada, at) = await CampAsync("Cherchées");
        for (var i = 1; i <= 30; i++)
            await PlanAsync(ada, at, ("title", $"Rencontre numéro {i:00}"), ("kind", i % 2 == 0 ? "field" : "research"), ("day", $"2020-01-{i:00}"), ("theme", i == 7 ? "jobs" : "data"), ("public", "true"));
        Assert.Equal(12, Count(await house.Client.ReadAsync(at + "/meetings")));
        Assert.Equal(6, Count(await house.Client.ReadAsync(at + "/meetings?page=3")));
        Assert.Equal(3, Count(await house.Client.ReadAsync(at + "/meetings?kind=field&page=2")));
        Assert.Equal(1, Count(await house.Client.ReadAsync(at + "/meetings?theme=jobs")));
        Assert.Equal(0, Count(await house.Client.ReadAsync(at + "/meetings?state=held")));
        Assert.Equal(12, Count(await house.Client.ReadAsync(at + "/meetings?theme=<script>&kind=nothing&page=-4")));

        static int Count(string html) => html.Split("Rencontre numéro ").Length - 1;
    }

    [Fact]
    public async Task A_calendar_takes_a_meeting_its_changes_and_its_end()
    {
        var (ada, at) = await CampAsync("Au calendrier");
        var page = await PlanAsync(ada, at, ("title", "À noter"), ("kind", "field"), ("day", "2026-07-02"), ("from", "10:00"), ("to", "11:30"), ("place", "Rouen"), ("public", "true"));
        var before = await CalendarAsync(page + ".ics");
        Assert.Contains("DTSTART;TZID=Europe/Paris:20260702T100000", before, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:0", before, StringComparison.Ordinal);
        await ada.SendAsync(page + "/cancel", ("sure", "true"));
        var after = await CalendarAsync(at + "/meetings.ics");
        Assert.Contains("STATUS:CANCELLED", after, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", after, StringComparison.Ordinal);
        Assert.Equal(before.Split("UID:")[1].Split("\r\n")[0], after.Split("UID:")[1].Split("\r\n")[0]);
        await ada.SendAsync(page + "/restore");
        Assert.Contains("STATUS:CONFIRMED", await CalendarAsync(page + ".ics"), StringComparison.Ordinal);
    }

    private async Task<(HttpClient Ada, string At)> CampAsync(string name)
    {
        var ada = await house.FacilitatorAsync("Ada " + Guid.NewGuid().ToString("n")[..8]);
        return (ada, await ada.OpenExpeditionAsync($"{name} {Guid.NewGuid().ToString("n")[..6]}"));
    }

    private async Task<string> PlanAsync(HttpClient member, string at, params (string, string)[] sheet)
    {
        var before = (await house.ExpeditionAsync(at)).Encounters.All;
        Assert.Equal(at + "/meetings", (await member.SendAsync(at + "/meetings", sheet)).To);
        return $"{at}/meetings/{(await house.ExpeditionAsync(at)).Encounters.All.Keys.Single(k => !before.ContainsKey(k))}";
    }

    private async Task<string> CalendarAsync(string path)
    {
        var answer = await house.Client.GetAsync(path);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
        return Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
    }
}
