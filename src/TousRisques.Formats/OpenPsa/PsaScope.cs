using TousRisques.Formats.Findings;

namespace TousRisques.Formats.OpenPsa;

/// <summary>Kinds of things that have names.</summary>
internal enum PsaKind
{
    Gate,
    BasicEvent,
    HouseEvent,
    Parameter,
}

/// <summary>A definition as it was read: its element is looked into once all names are known.</summary>
internal sealed record PsaDefinition(PsaKind Kind, string Name, PsaScope Scope, PsaElement Element, Spot At)
{
    /// <summary>Number among the definitions of its kind.</summary>
    public int Index { get; set; }

    public string Path => Scope.Path.Length == 0 ? Name : Scope.Path + "." + Name;
}

/// <summary>A fault tree, a component in it, or (without a parent) the whole model: events share names in it, and so do parameters.</summary>
internal sealed class PsaScope(string name, PsaScope? parent)
{
    public string Path { get; } = parent is null || parent.Path.Length == 0 ? name : parent.Path + "." + name;
    public PsaScope? Parent { get; } = parent;
    public Dictionary<string, PsaScope> Inner { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, PsaDefinition> Events { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, PsaDefinition> Parameters { get; } = new(StringComparer.Ordinal);
}
