namespace TousRisques.Fuzz.Yaml;
internal sealed class YamlTarget : ITarget
{
    public string Name => "yaml";
    public string Pattern => "*.yaml";
    public IEnumerable<string> AllKinds => [];
    public IReadOnlyList<Input> Seeds() => [];
    public Input Next(Dice dice, Corpus corpus) => throw new NotSupportedException();
    public Outcome Run(Input input) => throw new NotSupportedException();
}
