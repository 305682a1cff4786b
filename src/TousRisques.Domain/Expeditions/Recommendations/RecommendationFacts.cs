namespace TousRisques.Domain.Expeditions.Recommendations;

/// <summary>What can be asked of recommendations.</summary>
public abstract record RecommendationCommand : ExpeditionCommand
{
    private protected RecommendationCommand() { }

    internal override Standing Least => Standing.Member;
}

/// <summary>Writes a recommendation: a draft.</summary>
public sealed record WriteRecommendation(RecommendationId Recommendation, RecommendationSheet Sheet) : RecommendationCommand;
/// <summary>Says it otherwise.</summary>
public sealed record ReviseRecommendation(RecommendationId Recommendation, RecommendationSheet Sheet) : RecommendationCommand;
/// <summary>Adopts it: from that day on it is followed. Adopted anew, the later saying holds.</summary>
public sealed record AdoptRecommendation(RecommendationId Recommendation, DateTimeOffset On) : RecommendationCommand
{
    internal override Standing Least => Standing.Moderator;
}
/// <summary>Withdraws it, for a reason.</summary>
public sealed record WithdrawRecommendation(RecommendationId Recommendation, string Why) : RecommendationCommand
{
    internal override Standing Least => Standing.Moderator;
}
/// <summary>Brings it back.</summary>
public sealed record RestoreRecommendation(RecommendationId Recommendation) : RecommendationCommand
{
    internal override Standing Least => Standing.Moderator;
}
/// <summary>Records what a follow-up found; recorded again, the later record holds.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="Months">Months after the adoption: 3, 6 or 12.</param>
/// <param name="Outcome">What it found.</param>
/// <param name="Why">Why, or how far.</param>
public sealed record FollowRecommendation(RecommendationId Recommendation, int Months, FollowUpOutcome Outcome, string Why) : RecommendationCommand;

/// <summary>What happened to recommendations.</summary>
public abstract record RecommendationEvent : ExpeditionEvent
{
    private protected RecommendationEvent() { }
}

/// <summary>A recommendation was written.</summary>
public sealed record RecommendationWritten(RecommendationId Recommendation, RecommendationSheet Sheet) : RecommendationEvent;
/// <summary>It says something else now.</summary>
public sealed record RecommendationRevised(RecommendationId Recommendation, RecommendationSheet Sheet) : RecommendationEvent;
/// <summary>It was adopted on a day.</summary>
public sealed record RecommendationAdopted(RecommendationId Recommendation, DateTimeOffset On) : RecommendationEvent;
/// <summary>It was withdrawn.</summary>
public sealed record RecommendationWithdrawn(RecommendationId Recommendation, string Why) : RecommendationEvent;
/// <summary>It is back.</summary>
public sealed record RecommendationRestored(RecommendationId Recommendation) : RecommendationEvent;
/// <summary>A follow-up was recorded.</summary>
public sealed record RecommendationFollowed(RecommendationId Recommendation, int Months, FollowUpOutcome Outcome, string Why) : RecommendationEvent;
