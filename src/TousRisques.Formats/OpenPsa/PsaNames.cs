using TousRisques.Formats.Findings;

namespace TousRisques.Formats.OpenPsa;

/// <summary>
/// Finds what a name means: with dots, a path from the model or else from the nearest scope around the reference that has it; without, the nearest scope around it that has the name, then any
/// scope of the model if only one has it.
/// </summary>
internal sealed class PsaNames
{
    private const int MostNamesCompared = 50_000;
    private const int MostSuggestions = 100;

    private readonly PsaFindings findings;
    private readonly PsaScope model;
    private readonly ILookup<string, PsaDefinition> events;
    private readonly ILookup<string, PsaDefinition> parameters;
    private readonly string[] eventNames;
    private readonly string[] parameterNames;
    private int suggestions;

    public PsaNames(PsaDeclarations declarations, PsaFindings findings)
    {
        this.findings = findings;
        model = declarations.Model;
        events = declarations.All.Where(d => d.Kind != PsaKind.Parameter).ToLookup(d => d.Name, StringComparer.Ordinal);
        parameters = declarations.All.Where(d => d.Kind == PsaKind.Parameter).ToLookup(d => d.Name, StringComparer.Ordinal);
        eventNames = [.. events.Select(g => g.Key)];
        parameterNames = [.. parameters.Select(g => g.Key)];
    }

    /// <summary>The event of that name as seen from a scope; null when there is none, which is told.</summary>
    public PsaDefinition? Event(string name, PsaScope from, PsaKind? kind, Spot at)
    {
        var found = Find(name, from, isParameter: false, at);
        if (found is null || kind is null || found.Kind == kind) return found;
        findings.Error(PsaFindingCode.WrongKind, at, name, Word(kind.Value), other: found.At);
        return null;
    }

    /// <summary>The parameter of that name as seen from a scope; null when there is none, which is told.</summary>
    public PsaDefinition? Parameter(string name, PsaScope from, Spot at) => Find(name, from, isParameter: true, at);

    private PsaDefinition? Find(string name, PsaScope from, bool isParameter, Spot at)
    {
        // A whole path first, so that no scope around the reference that happens to have the tree's name hides what the path says.
        if (name.Contains('.', StringComparison.Ordinal) && Down(model, name, isParameter) is { } whole) return whole;
        for (var scope = from; scope is not null; scope = scope.Parent)
            if (Down(scope, name, isParameter) is { } near) return near;
        if (!name.Contains('.', StringComparison.Ordinal))
        {
            var all = (isParameter ? parameters : events)[name].Take(2).ToList();
            if (all.Count == 1) return all[0];
            if (all.Count == 2)
            {
                findings.Error(PsaFindingCode.Ambiguous, at, name, other: all[0].At);
                return null;
            }
        }
        // A suggestion looks at every name: not in huge models, and not for the hundredth error.
        var known = isParameter ? parameterNames : eventNames;
        var isWorthIt = known.Length <= MostNamesCompared && suggestions++ < MostSuggestions;
        findings.Error(PsaFindingCode.Undefined, at, name, nearest: isWorthIt ? Nearest.To(name[(name.LastIndexOf('.') + 1)..], known) : null);
        return null;
    }

    private static PsaDefinition? Down(PsaScope scope, string name, bool isParameter)
    {
        var steps = name.Split('.');
        foreach (var step in steps.AsSpan(..^1))
        {
            if (!scope.Inner.TryGetValue(step, out var inner)) return null;
            scope = inner;
        }
        return (isParameter ? scope.Parameters : scope.Events).GetValueOrDefault(steps[^1]);
    }

    private static string Word(PsaKind kind) => kind switch { PsaKind.Gate => "gate", PsaKind.BasicEvent => "basic-event", PsaKind.HouseEvent => "house-event", _ => "parameter" };
}
