namespace TousRisques.Resilience.Exact;

/// <summary>
/// What an event weighs in the top, under the standard names [NUREG/CR-3385; Vas83]. P is the probability of the top, p that of the event, P1 and P0 that of the top
/// when the event is sure to happen and not to happen. NaN where a measure has no meaning (0/0), or where subtraction leaves it no digit and the tree is too large to compute all anew.
/// </summary>
/// <param name="Event">The event's number.</param>
/// <param name="Probability">p.</param>
/// <param name="Birnbaum">Birnbaum, or marginal importance factor (MIF): P1 - P0. Negative where the event mends more than it breaks.</param>
/// <param name="Criticality">Critical importance factor (CIF): p (P1 - P0) / P, the part of the top that goes when the event does.</param>
/// <param name="Diagnostic">Fussell-Vesely in its diagnostic form (DIF): p P1 / P, the probability that the event has happened, given that the top has.</param>
/// <param name="RiskAchievementWorth">RAW: P1 / P, how many times more probable the top is once the event has happened.</param>
/// <param name="RiskReductionWorth">RRW: P / P0, how many times less probable the top is once the event cannot happen; infinite when it is in every cut set.</param>
public sealed record Importance(
    int Event, double Probability, double Birnbaum, double Criticality, double Diagnostic, double RiskAchievementWorth, double RiskReductionWorth);
