namespace TousRisques.Resilience.Simulation;

/// <summary>Some of the draws of a study, by their numbers.</summary>
internal sealed class ChosenDraws(Study study, Dice dice, IReadOnlyList<int> numbers) : Draws(study, dice.Nodes)
{
    /// <inheritdoc/>
    public override void Throw(int draw, Span<int> from, Span<int> until) => dice.Throw(numbers[draw], from, until);
}
