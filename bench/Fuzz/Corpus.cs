namespace TousRisques.Fuzz;

/// <summary>Inputs to start from: the seeds, and those of the run that showed something new.</summary>
internal sealed class Corpus(IReadOnlyList<Input> seeds)
{
    private const int MostLearned = 300;
    private const int LargestLearned = 100_000;

    private readonly HashSet<string> signatures = [];
    private readonly List<Input> learned = [];
    private int next;

    public int Learned => learned.Count;

    public Input Pick(Dice dice) => learned.Count > 0 && dice.Percent(60) ? dice.Among(learned) : dice.Among(seeds);

    /// <summary>Keeps an input whose kinds were not seen together before.</summary>
    public void Learn(Input input, Outcome outcome)
    {
        if (outcome.IsTimed || input.Size > LargestLearned || !signatures.Add(string.Join(' ', outcome.Kinds))) return;
        if (learned.Count < MostLearned) learned.Add(input);
        else learned[next++ % MostLearned] = input;
    }
}
