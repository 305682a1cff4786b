using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace TousRisques.Web.Pages.Print;

/// <summary>What can be printed on its own.</summary>
public enum PrintSection
{
    /// <summary>The facilitator's guide: run sheet, what to say, secrets, where to look, what if.</summary>
    Guide,
    /// <summary>The model's answers, act by act, for a day without any computer.</summary>
    Answers,
    /// <summary>The code and how to join, for the wall.</summary>
    Join,
    /// <summary>Timeline and map, for the wall.</summary>
    Posters,
    /// <summary>Character cards.</summary>
    Characters,
    /// <summary>Cards of the territory's memory, events and constraints.</summary>
    Events,
    /// <summary>Action cards.</summary>
    Actions,
    /// <summary>Stakeholder cards, the board, and the sheet of each table.</summary>
    Stakeholders,
    /// <summary>Verdicts of each person, act by act.</summary>
    Assessment,
    /// <summary>Priorities of each person, act by act.</summary>
    Priorities,
    /// <summary>Plan of each table, act by act.</summary>
    Plan,
    /// <summary>Slips for messages.</summary>
    Messages,
    /// <summary>Debrief of each person.</summary>
    Debrief,
    /// <summary>Leads of each person.</summary>
    Leads,
}

/// <summary>What is to be printed: read from the address, so that a choice can be kept as a bookmark.</summary>
/// <param name="Sections">Sections wanted.</param>
/// <param name="Acts">Acts wanted, from 1; empty for all.</param>
/// <param name="Tables">Tables wanted, by their name in commands; empty for all.</param>
/// <param name="Seats">How many seats on paper get their own sheets; null for the usual number.</param>
/// <param name="Everybody">Whether those who play by telephone get sheets too.</param>
public sealed record PrintChoice(
    ImmutableArray<PrintSection> Sections, ImmutableArray<int> Acts, ImmutableArray<string> Tables, int? Seats, bool Everybody)
{
    /// <summary>Everything.</summary>
    public static readonly PrintChoice All = new([.. Enum.GetValues<PrintSection>()], [], [], null, false);

    /// <summary>Reads a query: <c>s=guide&amp;s=actions&amp;act=1&amp;table=a&amp;seats=12&amp;everybody=on</c>. What is not understood is left out.</summary>
    public static PrintChoice Read(IQueryCollection query)
    {
        ImmutableArray<PrintSection> sections = [.. query["s"].Select(s => Enum.TryParse<PrintSection>(s, ignoreCase: true, out var section) && Enum.IsDefined(section) ? (PrintSection?)section : null).OfType<PrintSection>().Distinct().Order()];
        return new(
            sections.IsEmpty ? All.Sections : sections,
            [.. query["act"].Select(Number).Where(n => n is > 0 and < 100).Distinct().Order()],
            [.. query["table"].OfType<string>().Where(t => t.Length is 1 && char.IsAsciiLetterLower(t[0])).Distinct().Order(StringComparer.Ordinal)],
            Number(query["seats"]) is >= 0 and <= Paper.Seats.Last and var seats ? seats : null,
            query["everybody"].Count > 0);
    }

    /// <summary>Whether a section is to be printed.</summary>
    public bool Has(PrintSection section) => Sections.Contains(section);

    /// <summary>Whether an act is, by its number.</summary>
    public bool HasAct(int number) => Acts.IsEmpty || Acts.Contains(number);

    /// <summary>Whether a table is.</summary>
    public bool HasTable(string table) => Tables.IsEmpty || Tables.Contains(table);

    private static int Number(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
}
