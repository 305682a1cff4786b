using System.Collections.Immutable;

namespace TousRisques.Domain.Expeditions.Futures;

/// <summary>What can be asked of morphological boxes.</summary>
public abstract record BoxCommand : ExpeditionCommand
{
    private protected BoxCommand() { }

    internal override Standing Least => Standing.Member;
}

/// <summary>Draws a box.</summary>
public sealed record DrawBox(BoxId Box, BoxSheet Sheet) : BoxCommand;
/// <summary>Draws a box anew. Judgements on what keeps its label stay.</summary>
public sealed record RedrawBox(BoxId Box, BoxSheet Sheet) : BoxCommand;
/// <summary>Puts a box away, or brings it back.</summary>
public sealed record PutBoxAway(BoxId Box, bool Away) : BoxCommand;
/// <summary>Says how one driver bears on another, state by state, or says it anew. States that are left out are judged 0.</summary>
public sealed record JudgeImpacts(BoxId Box, string Source, string Target, ImmutableArray<Impact> Impacts) : BoxCommand;
/// <summary>Brings in what somebody without an account judged, as a file tells it, by a label of theirs. The house alone brings it.</summary>
public sealed record BringImpacts(BoxId Box, string Judge, string Source, string Target, ImmutableArray<Impact> Impacts) : BoxCommand
{
    internal override Standing Least => Standing.House;
}
/// <summary>Makes a scenario of a combination.</summary>
public sealed record ChooseFuture(BoxId Box, FutureId Future, ImmutableArray<ChosenState> States, string Title, string Narrative) : BoxCommand;
/// <summary>Tells a scenario otherwise.</summary>
public sealed record RetellFuture(BoxId Box, FutureId Future, string Title, string Narrative) : BoxCommand;
/// <summary>Takes a scenario away again.</summary>
public sealed record DropFuture(BoxId Box, FutureId Future) : BoxCommand;

/// <summary>What happened to morphological boxes.</summary>
public abstract record BoxEvent : ExpeditionEvent
{
    private protected BoxEvent() { }
}

/// <summary>A box was drawn.</summary>
public sealed record BoxDrawn(BoxId Box, BoxSheet Sheet) : BoxEvent;
/// <summary>A box was drawn anew.</summary>
public sealed record BoxRedrawn(BoxId Box, BoxSheet Sheet) : BoxEvent;
/// <summary>A box was put away, or brought back.</summary>
public sealed record BoxPutAway(BoxId Box, bool Away) : BoxEvent;
/// <summary>Somebody judged how one driver bears on another.</summary>
public sealed record ImpactsJudged(BoxId Box, string Source, string Target, ImmutableArray<Impact> Impacts) : BoxEvent;
/// <summary>What somebody without an account judged was brought in from a file.</summary>
public sealed record ImpactsBrought(BoxId Box, string Judge, string Source, string Target, ImmutableArray<Impact> Impacts) : BoxEvent;
/// <summary>A scenario was made of a combination.</summary>
public sealed record FutureChosen(BoxId Box, FutureId Future, ImmutableArray<ChosenState> States, string Title, string Narrative) : BoxEvent;
/// <summary>A scenario is told otherwise.</summary>
public sealed record FutureRetold(BoxId Box, FutureId Future, string Title, string Narrative) : BoxEvent;
/// <summary>A scenario was taken away.</summary>
public sealed record FutureDropped(BoxId Box, FutureId Future) : BoxEvent;
