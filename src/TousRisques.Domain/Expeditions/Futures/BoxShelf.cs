using System.Collections.Immutable;
using System.Diagnostics;

namespace TousRisques.Domain.Expeditions.Futures;

/// <summary>Morphological boxes of an expedition, and the scenarios made from them.</summary>
public sealed record BoxShelf
{
    /// <summary>Before anything happened.</summary>
    public static readonly BoxShelf Empty = new();

    /// <summary>Every box, in the order in which they were drawn.</summary>
    public ImmutableArray<Box> All { get; init; } = [];

    /// <summary>A box, or null.</summary>
    public Box? Find(BoxId box) => All.FirstOrDefault(b => b.Id == box);

    /// <summary>Boxes that are offered to somebody: to visitors those that are not put away.</summary>
    public IEnumerable<Box> For(Standing standing) => All.Where(b => !b.IsPutAway || standing >= Standing.Member);

    internal Decision<ExpeditionEvent> Decide(BoxCommand command, ExpeditionActor by) => command switch
    {
        DrawBox c => Draw(c),
        RedrawBox c => Find(c.Box) is not { } box ? Missing(c.Box)
            : BoxRules.Check(c.Sheet, out var sheet) is { } no ? no
            : sheet == box.Sheet ? Decision<ExpeditionEvent>.Nothing : new BoxRedrawn(c.Box, sheet),
        PutBoxAway c => Find(c.Box) is not { } box ? Missing(c.Box) : box.IsPutAway == c.Away ? Decision<ExpeditionEvent>.Nothing : new BoxPutAway(c.Box, c.Away),
        JudgeImpacts c => Judge(c, by),
        BringImpacts c => Bring(c),
        ChooseFuture c => Choose(c),
        RetellFuture c => Retell(c),
        DropFuture c => Find(c.Box) is not { } box ? Missing(c.Box) : box.Find(c.Future) is null ? MissingFuture(c.Future) : new FutureDropped(c.Box, c.Future),
        _ => throw new UnreachableException($"No rule for {command.GetType().Name} in {GetType().Name}."),
    };

    internal BoxShelf Evolve(BoxEvent @event, ExpeditionFact fact) => @event switch
    {
        BoxDrawn e => this with { All = All.Add(new Box { Id = e.Box, Sheet = e.Sheet, At = fact.At }) },
        BoxRedrawn e => With(e.Box, b => b with { Sheet = e.Sheet, At = fact.At }),
        BoxPutAway e => With(e.Box, b => b with { IsPutAway = e.Away }),
        ImpactsJudged e => fact.By is AccountHolder { Account: var account } ? With(e.Box, b => b with { Judged = b.Judged.SetItem(account, Merge(b.Judged.GetValueOrDefault(account), e.Source, e.Target, e.Impacts)) }) : this,
        ImpactsBrought e => With(e.Box, b => b with { Brought = b.Brought.SetItem(e.Judge, Merge(b.Brought.GetValueOrDefault(e.Judge), e.Source, e.Target, e.Impacts)) }),
        FutureChosen e => With(e.Box, b => b with { Futures = b.Futures.Add(new(e.Future, e.States, e.Title, e.Narrative, fact.At)) }),
        FutureRetold e => With(e.Box, b => b with { Futures = Lists.Change(b.Futures, f => f.Id == e.Future, f => f with { Title = e.Title, Narrative = e.Narrative }) }),
        FutureDropped e => With(e.Box, b => b with { Futures = b.Futures.RemoveAll(f => f.Id == e.Future) }),
        _ => throw new UnreachableException($"No fold for {@event.GetType().Name} in {GetType().Name}."),
    };

    private Decision<ExpeditionEvent> Draw(DrawBox c)
    {
        if (Clean.Line(c.Box.Value, "id", ExpeditionLimits.Id, out var id) is { } badId) return badId;
        if (Find(new(id)) is not null) return new AlreadyThere();
        if (All.Length >= BoxLimits.Boxes) return new TooMany("box", BoxLimits.Boxes);
        return BoxRules.Check(c.Sheet, out var sheet) is { } no ? no : new BoxDrawn(new(id), sheet);
    }

    private Decision<ExpeditionEvent> Judge(JudgeImpacts c, ExpeditionActor by)
    {
        if (Find(c.Box) is not { } box) return Missing(c.Box);
        if (by is not AccountHolder { Account: var account }) return new NotYours();
        if (Block(box, box.Judged.GetValueOrDefault(account), c.Source, c.Target, c.Impacts, out var block) is { } no) return no;
        return block.IsEmpty ? Decision<ExpeditionEvent>.Nothing : new ImpactsJudged(c.Box, c.Source, c.Target, block);
    }

    private Decision<ExpeditionEvent> Bring(BringImpacts c)
    {
        if (Find(c.Box) is not { } box) return Missing(c.Box);
        if (Clean.Line(c.Judge, "judge", ExpeditionLimits.Title, out var judge) is { } badJudge) return badJudge;
        if (Block(box, box.Brought.GetValueOrDefault(judge), c.Source, c.Target, c.Impacts, out var block) is { } no) return no;
        return block.IsEmpty ? Decision<ExpeditionEvent>.Nothing : new ImpactsBrought(c.Box, judge, c.Source, c.Target, block);
    }

    /// <summary>The whole block that a judgement is: what is left out was looked at and found to be 0. Empty when the judge said the same before.</summary>
    private static Refusal? Block(Box box, ImmutableDictionary<ImpactCell, int>? before, string from, string to, ImmutableArray<Impact> impacts, out ImmutableArray<Impact> block)
    {
        block = [];
        if (Driver(box, from) is not { } source) return new Unknown("driver", Clean.Cut(from ?? "", ExpeditionLimits.Line));
        if (Driver(box, to) is not { } target || target == source) return new Unknown("driver", Clean.Cut(to ?? "", ExpeditionLimits.Line));
        if (before is null && box.Judges >= BoxLimits.Judges) return new TooMany("judge", BoxLimits.Judges);
        var given = new Dictionary<(string, string), int>();
        foreach (var impact in impacts)
        {
            if (!HasState(source, impact.SourceState)) return new Unknown("state", Clean.Cut(impact.SourceState ?? "", ExpeditionLimits.Line));
            if (!HasState(target, impact.TargetState)) return new Unknown("state", Clean.Cut(impact.TargetState ?? "", ExpeditionLimits.Line));
            if (impact.Points is < -BoxLimits.Strongest or > BoxLimits.Strongest) return new OutOfRange("points", -BoxLimits.Strongest, BoxLimits.Strongest);
            given[(impact.SourceState, impact.TargetState)] = impact.Points;
        }
        block = [.. from s in source.States from t in target.States select new Impact(s.Label, t.Label, given.GetValueOrDefault((s.Label, t.Label)))];
        if (before is not null && block.All(i => before.TryGetValue(new(source.Label, i.SourceState, target.Label, i.TargetState), out var points) && points == i.Points)) block = [];
        return null;
    }

    private Decision<ExpeditionEvent> Choose(ChooseFuture c)
    {
        if (Find(c.Box) is not { } box) return Missing(c.Box);
        if (Clean.Line(c.Future.Value, "id", ExpeditionLimits.Id, out var id) is { } badId) return badId;
        if (box.Find(new(id)) is not null) return new AlreadyThere();
        if (box.Futures.Length >= BoxLimits.Futures) return new TooMany("future", BoxLimits.Futures);
        if (Told(c.Title, c.Narrative, out var title, out var narrative) is { } no) return no;
        var states = ImmutableArray.CreateBuilder<ChosenState>(box.Sheet.Drivers.Length);
        foreach (var driver in box.Sheet.Drivers)
        {
            if (c.States.FirstOrDefault(s => s.Driver == driver.Label) is not { } chosen) return new TextMissing("state");
            if (!HasState(driver, chosen.State)) return new Unknown("state", Clean.Cut(chosen.State ?? "", ExpeditionLimits.Line));
            states.Add(chosen);
        }
        return new FutureChosen(c.Box, new(id), states.ToImmutable(), title, narrative);
    }

    private Decision<ExpeditionEvent> Retell(RetellFuture c)
    {
        if (Find(c.Box) is not { } box) return Missing(c.Box);
        if (box.Find(c.Future) is not { } future) return MissingFuture(c.Future);
        if (Told(c.Title, c.Narrative, out var title, out var narrative) is { } no) return no;
        return (future.Title, future.Narrative) == (title, narrative) ? Decision<ExpeditionEvent>.Nothing : new FutureRetold(c.Box, c.Future, title, narrative);
    }

    private static Refusal? Told(string rawTitle, string rawNarrative, out string title, out string narrative)
    {
        narrative = "";
        return Clean.Line(rawTitle, "title", ExpeditionLimits.Title, out title) ?? Clean.Optional(rawNarrative, "narrative", ExpeditionLimits.Words, lines: true, out narrative);
    }

    private static ImmutableDictionary<ImpactCell, int> Merge(ImmutableDictionary<ImpactCell, int>? before, string source, string target, ImmutableArray<Impact> impacts) =>
        (before ?? ImmutableDictionary<ImpactCell, int>.Empty).SetItems(impacts.Select(i => KeyValuePair.Create(new ImpactCell(source, i.SourceState, target, i.TargetState), i.Points)));

    private BoxShelf With(BoxId id, Func<Box, Box> change) => this with { All = Lists.Change(All, b => b.Id == id, change) };

    private static Driver? Driver(Box box, string label) => box.Sheet.Drivers.FirstOrDefault(d => d.Label == label);

    private static bool HasState(Driver driver, string label) => driver.States.Any(s => s.Label == label);

    private static Unknown Missing(BoxId box) => new("box", Clean.Cut(box.Value ?? "", ExpeditionLimits.Id));

    private static Unknown MissingFuture(FutureId future) => new("future", Clean.Cut(future.Value ?? "", ExpeditionLimits.Id));
}
