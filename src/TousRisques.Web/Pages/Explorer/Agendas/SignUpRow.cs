using Microsoft.AspNetCore.Http;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Agendas;
using TousRisques.Formats.Csv;
using TousRisques.Web.Agendas;
using TousRisques.Web.Contacts;
using TousRisques.Web.Look;
using TousRisques.Web.Mail;

namespace TousRisques.Web.Pages.Explorer.Agendas;

/// <summary>A sign-up with the person behind it, for people of the expedition.</summary>
/// <param name="Number">Its number in the order of signing up, from 1.</param>
/// <param name="SignUp">The sign-up.</param>
/// <param name="Person">The person, or null when erased.</param>
/// <param name="Mail">What mail to them has come to, or null when all is well.</param>
/// <param name="Shares">Whether somebody else who comes gave the same e-mail address.</param>
public sealed record SignUpRow(int Number, SignUp SignUp, Contact? Person, MailState? Mail, bool Shares)
{
    /// <summary>The sign-ups of a workshop in their order.</summary>
    internal static IReadOnlyList<SignUpRow> Of(ExpeditionId expedition, PlannedWorkshop workshop, IContacts contacts, IOutbox outbox)
    {
        var people = contacts.List(expedition, ContactKind.SignUp).ToDictionary(c => c.Id);
        var mail = outbox.Unsent(expedition);
        var shared = workshop.Expected.Select(s => people.GetValueOrDefault(new ContactId(s.Id.Value))?.Mail).OfType<string>().Where(m => m.Length > 0)
            .GroupBy(m => m, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. workshop.SignUps.Select((s, i) =>
        {
            var id = new ContactId(s.Id.Value);
            var person = people.GetValueOrDefault(id);
            return new SignUpRow(i + 1, s, person, mail.TryGetValue(id, out var state) ? state : null, s.State != SignUpState.Cancelled && person is { Mail: var m } && shared.Contains(m));
        })];
    }

    /// <summary>The table for spreadsheets.</summary>
    internal static IResult Csv(HttpContext http, Words w, PlannedWorkshop workshop, IReadOnlyList<SignUpRow> rows)
    {
        var csv = new CsvWriter();
        csv.Row([w["explorer-agenda.number"], w["explorer-agenda.state"], w["explorer-agenda.name"], w["explorer-agenda.mail"], w["explorer-agenda.family-short"], w["explorer-agenda.needs-short"], w["explorer-agenda.signed-at"], w["explorer-agenda.present"]]);
        foreach (var row in rows)
            csv.Row([
                row.Number.ToString(w.Culture), w.Of(row.SignUp.State), row.Person?.Name ?? w["explorer-agenda.erased"], row.Person?.Mail ?? "", row.SignUp.Family is { } f ? w.Of(f) : "", row.Person?.Note ?? "",
                AgendaTime.Local(workshop.Announcement, row.SignUp.At).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture),
                row.SignUp.Present switch { true => w["explorer-agenda.yes"], false => w["explorer-agenda.no"], null => "" },
            ]);
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(System.Text.Encoding.UTF8.GetBytes(csv.Text), "text/csv; charset=utf-8", $"{AgendaTime.Local(workshop.Announcement, workshop.Announcement.Start):yyyy-MM-dd}.csv");
    }
}
