using System.Collections.Immutable;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Words;

namespace TousRisques.Journal.Tests.Golden;

/// <summary>
/// One example of every fact of an expedition, rich enough that each of its fields and cases appears: written once to <c>tests/Golden/stored/expeditions</c>, and shown in the
/// catalogue. Each part of an expedition has its own file of examples, and a line here.
/// </summary>
internal static partial class ExpeditionExamples
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly ExpeditionActor Ana = new AccountHolder("ana"), Visitor = new PasserBy(), House = new TheHouse();

    /// <summary>Every fact.</summary>
    public static ImmutableArray<ExpeditionFact> All { get; } =
    [
        .. Charter,

        // Watch
        .. Watch,

        // Inquiry
        .. Inquiry,

        // Encounters
        .. Encounters,

        // Notebook
        .. Notebook,

        // Catalogue
        .. Catalogue,

        // Agenda
        .. Agenda,

        // Agir
        .. Statements,
        .. Leads,
        .. Recommendations,
        .. Kit,
        .. Boxes,

        .. Notices,
    ];

    private static IEnumerable<ExpeditionFact> Told(string part, params (ExpeditionEvent Event, ExpeditionActor By)[] facts) =>
        facts.Select((f, i) => new ExpeditionFact(f.Event, f.By, Start.AddMinutes(i).AddTicks(1), new CommandId($"{part}-{i + 1}")));
}
