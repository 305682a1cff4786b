using System.Collections.Immutable;
using System.Diagnostics;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Kits;

/// <summary>A sheet with its name and history.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Sheet">What it says.</param>
/// <param name="ChangedAt">When it was last written.</param>
/// <param name="Withdrawn">Whether it was taken out; it can be brought back.</param>
public sealed record KitLeaf(KitSheetId Id, KitSheet Sheet, DateTimeOffset ChangedAt, bool Withdrawn);

/// <summary>A kit as somebody reads it: a version that was published, which stays as it is for ever; or the draft.</summary>
/// <param name="Number">From 1 on; 0 for the draft.</param>
/// <param name="Draft">The draft that was published.</param>
/// <param name="Cover">Its cover.</param>
/// <param name="Leaves">Its sheets, in order: by time, then as they were put.</param>
/// <param name="Note">What changed, in the words of whoever published it; or empty.</param>
/// <param name="At">When it was published, or last written.</param>
public sealed record KitEdition(int Number, int Draft, KitCover Cover, ImmutableArray<KitLeaf> Leaves, string Note, DateTimeOffset At)
{
    /// <summary>Whether it is no version yet.</summary>
    public bool IsDraft => Number == 0;

    /// <summary>A sheet, or null.</summary>
    public KitLeaf? Find(KitSheetId sheet) => Leaves.FirstOrDefault(l => l.Id == sheet);

    /// <summary>The sheets of a time, in order.</summary>
    public IEnumerable<KitLeaf> Of(CrisisTime time) => Leaves.Where(l => l.Sheet.Time == time);
}

/// <summary>The kit (boîte à outils) of an expedition: sheets for before, during and after, published in versions.</summary>
public sealed partial record Kit
{
    /// <summary>Before anything was written.</summary>
    public static readonly Kit Empty = new();

    /// <summary>Its cover, or null before it was given one.</summary>
    public KitCover? Cover { get; init; }
    /// <summary>Every sheet, those withdrawn among them, in the order of writing but for those that were moved.</summary>
    public ImmutableArray<KitLeaf> All { get; init; } = [];
    /// <summary>Counts every change, from 1 on: who publishes names the draft that they looked at.</summary>
    public int Draft { get; init; }
    /// <summary>When it was last changed.</summary>
    public DateTimeOffset ChangedAt { get; init; }
    /// <summary>Versions published, the oldest first.</summary>
    public ImmutableArray<KitEdition> Versions { get; init; } = [];

    /// <summary>The version that everybody reads, or null.</summary>
    public KitEdition? Published => Versions is [.., var last] ? last : null;

    /// <summary>Whether the draft says something that no version says yet.</summary>
    public bool HasChanges => Cover is not null && Published?.Draft != Draft;

    /// <summary>The draft, or null before the kit has a cover.</summary>
    public KitEdition? Writing => Cover is null ? null : new(0, Draft, Cover, InOrder, "", ChangedAt);

    /// <summary>Sheets that stand, by time and then as they were put.</summary>
    public ImmutableArray<KitLeaf> InOrder => [.. All.Where(l => !l.Withdrawn).OrderBy(l => l.Sheet.Time)];

    /// <summary>A sheet, or null.</summary>
    public KitLeaf? Find(KitSheetId sheet) => All.FirstOrDefault(l => l.Id == sheet);

    /// <summary>A version by its number, or null.</summary>
    public KitEdition? Version(int number) => number >= 1 && number <= Versions.Length ? Versions[number - 1] : null;

    /// <summary>What a reader is shown first: everybody the last version, people of the expedition the draft when it says more. Null when there is nothing for them.</summary>
    public KitEdition? For(Standing reader) => reader >= Standing.Member && HasChanges ? Writing : Published;

    internal Decision<ExpeditionEvent> Decide(KitCommand command, Expedition expedition) => command switch
    {
        CoverKit c => CoverRefusal(c.Cover, out var cover) is { } no ? no : cover == Cover ? Decision<ExpeditionEvent>.Nothing : new KitCovered(cover),
        AddKitSheet c => Add(c, expedition),
        ReviseKitSheet c => Find(c.Sheet) is not { } leaf ? Missing(c.Sheet)
            : SheetRefusal(expedition, c.Saying, leaf.Sheet, out var sheet) is { } no ? no
            : sheet == leaf.Sheet ? Decision<ExpeditionEvent>.Nothing : new KitSheetRevised(c.Sheet, sheet),
        MoveKitSheet c => Move(c),
        WithdrawKitSheet c => Find(c.Sheet) switch
        {
            null => Missing(c.Sheet),
            { Withdrawn: true } => Decision<ExpeditionEvent>.Nothing,
            _ => new KitSheetWithdrawn(c.Sheet),
        },
        RestoreKitSheet c => Find(c.Sheet) switch
        {
            null => Missing(c.Sheet),
            { Withdrawn: true } => new KitSheetRestored(c.Sheet),
            _ => Decision<ExpeditionEvent>.Nothing,
        },
        PublishKit c => Publish(c),
        _ => throw new UnreachableException($"No rule for {command.GetType().Name} in {GetType().Name}."),
    };

    internal Kit Evolve(KitEvent @event, ExpeditionFact fact)
    {
        var after = @event switch
        {
            KitCovered e => this with { Cover = e.Cover },
            KitSheetAdded e => this with { All = All.Add(new(e.Sheet, e.Saying, fact.At, Withdrawn: false)) },
            KitSheetRevised e => With(e.Sheet, l => l with { Sheet = e.Saying, ChangedAt = fact.At }),
            KitSheetMoved e => this with { All = Lists.Swap(All, l => l.Id == e.Sheet, l => l.Id == e.With) },
            KitSheetWithdrawn e => With(e.Sheet, l => l with { Withdrawn = true }),
            KitSheetRestored e => With(e.Sheet, l => l with { Withdrawn = false }),
            KitPublished e => this with { Versions = Versions.Add(new(e.Version, Draft, Cover ?? new("", "", "", "", ""), InOrder, e.Note, fact.At)) },
            _ => throw new UnreachableException($"No fold for {@event.GetType().Name} in {GetType().Name}."),
        };
        return @event is KitPublished ? after : after with { Draft = Draft + 1, ChangedAt = fact.At };
    }

    private Decision<ExpeditionEvent> Add(AddKitSheet c, Expedition expedition)
    {
        if (Cover is null) return new TextMissing("kit-cover");
        if (Clean.Line(c.Sheet.Value, "id", ExpeditionLimits.Id, out var id) is { } badId) return badId;
        if (Find(new(id)) is not null) return new AlreadyThere();
        if (All.Length >= KitLimits.Sheets) return new TooMany("kit-sheet", KitLimits.Sheets);
        return SheetRefusal(expedition, c.Saying, null, out var sheet) is { } no ? no : new KitSheetAdded(new(id), sheet);
    }

    private Decision<ExpeditionEvent> Move(MoveKitSheet c)
    {
        if (Find(c.Sheet) is not { } leaf) return Missing(c.Sheet);
        return Lists.Beside(InOrder.Where(l => l.Sheet.Time == leaf.Sheet.Time), leaf, c.Earlier) is { } other ? new KitSheetMoved(c.Sheet, other.Id) : Decision<ExpeditionEvent>.Nothing;
    }

    private Decision<ExpeditionEvent> Publish(PublishKit c)
    {
        if (Clean.Optional(c.Note, "note", ExpeditionLimits.Paragraph, lines: true, out var note) is { } badNote) return badNote;
        if (!HasChanges || InOrder.IsEmpty) return new NothingToPublish();
        if (c.Draft != Draft) return new TextMovedOn(Draft);
        return Versions.Length >= KitLimits.Versions ? new TooMany("version", KitLimits.Versions) : new KitPublished(Versions.Length + 1, note);
    }

    private Kit With(KitSheetId id, Func<KitLeaf, KitLeaf> change) => this with { All = Lists.Change(All, l => l.Id == id, change) };

    private static Unknown Missing(KitSheetId sheet) => new("kit-sheet", Clean.Cut(sheet.Value ?? "", ExpeditionLimits.Id));
}
