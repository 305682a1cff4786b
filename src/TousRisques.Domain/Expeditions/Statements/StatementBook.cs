using System.Collections.Immutable;
using System.Diagnostics;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Statements;

/// <summary>The synthesis: what the expedition has learned, statement by statement, each with what says so.</summary>
public sealed record StatementBook
{
    /// <summary>Before anything was written.</summary>
    public static readonly StatementBook Empty = new();

    /// <summary>Every statement, those withdrawn among them, in order.</summary>
    public ImmutableArray<Statement> All { get; init; } = [];

    /// <summary>Statements that stand, in order.</summary>
    public IEnumerable<Statement> InForce => All.Where(s => !s.Withdrawn);

    /// <summary>Statements that stand under a theme and a time, in order.</summary>
    public IEnumerable<Statement> Of(Theme theme, CrisisTime time) => InForce.Where(s => s.Sheet.Theme == theme && s.Sheet.Time == time);

    /// <summary>A statement, or null.</summary>
    public Statement? Find(StatementId statement) => All.FirstOrDefault(s => s.Id == statement);

    internal Decision<ExpeditionEvent> Decide(StatementCommand command, Expedition expedition) => command switch
    {
        WriteStatement c => Write(c, expedition),
        ReviseStatement c => Find(c.Statement) is not { } s ? Missing(c.Statement)
            : SheetRefusal(expedition, c.Sheet, s.Sheet.Evidence, out var sheet) is { } no ? no
            : sheet == s.Sheet ? Decision<ExpeditionEvent>.Nothing : new StatementRevised(c.Statement, sheet),
        MoveStatement c => Move(c),
        WithdrawStatement c => Find(c.Statement) switch
        {
            null => Missing(c.Statement),
            { Withdrawn: true } => Decision<ExpeditionEvent>.Nothing,
            _ => new StatementWithdrawn(c.Statement),
        },
        RestoreStatement c => Find(c.Statement) switch
        {
            null => Missing(c.Statement),
            { Withdrawn: true } => new StatementRestored(c.Statement),
            _ => Decision<ExpeditionEvent>.Nothing,
        },
        _ => throw new UnreachableException($"No rule for {command.GetType().Name} in {GetType().Name}."),
    };

    internal StatementBook Evolve(StatementEvent @event, ExpeditionFact fact) => @event switch
    {
        StatementWritten e => this with { All = All.Add(new(e.Statement, e.Sheet, fact.At, Withdrawn: false)) },
        StatementRevised e => With(e.Statement, s => s with { Sheet = e.Sheet, ChangedAt = fact.At }),
        StatementMoved e => this with { All = Lists.Swap(All, s => s.Id == e.Statement, s => s.Id == e.With) },
        StatementWithdrawn e => With(e.Statement, s => s with { Withdrawn = true }),
        StatementRestored e => With(e.Statement, s => s with { Withdrawn = false }),
        _ => throw new UnreachableException($"No fold for {@event.GetType().Name} in {GetType().Name}."),
    };

    private Decision<ExpeditionEvent> Write(WriteStatement c, Expedition expedition)
    {
        if (Clean.Line(c.Statement.Value, "id", ExpeditionLimits.Id, out var id) is { } badId) return badId;
        if (Find(new(id)) is not null) return new AlreadyThere();
        if (All.Length >= StatementLimits.Statements) return new TooMany("statement", StatementLimits.Statements);
        return SheetRefusal(expedition, c.Sheet, [], out var sheet) is { } no ? no : new StatementWritten(new(id), sheet);
    }

    private Decision<ExpeditionEvent> Move(MoveStatement c)
    {
        if (Find(c.Statement) is not { } statement) return Missing(c.Statement);
        return Lists.Beside(Of(statement.Sheet.Theme, statement.Sheet.Time), statement, c.Earlier) is { } other ? new StatementMoved(c.Statement, other.Id) : Decision<ExpeditionEvent>.Nothing;
    }

    private StatementBook With(StatementId id, Func<Statement, Statement> change) => this with { All = Lists.Change(All, s => s.Id == id, change) };

    private static Refusal? SheetRefusal(Expedition expedition, StatementSheet raw, ImmutableArray<Evidence> before, out StatementSheet sheet)
    {
        sheet = raw;
        if (Clean.Lines(raw.Words, "statement", ExpeditionLimits.Paragraph, out var words) is { } badWords) return badWords;
        if (!Enum.IsDefined(raw.Theme)) return new Unknown("theme", raw.Theme.ToString());
        if (!Enum.IsDefined(raw.Time)) return new Unknown("time", raw.Time.ToString());
        if (EvidenceRules.Check(expedition, raw.Evidence, before, out var evidence) is { } badEvidence) return badEvidence;
        if (evidence.IsEmpty) return new EvidenceMissing();
        sheet = new(words, raw.Theme, raw.Time, evidence);
        return null;
    }

    private static Unknown Missing(StatementId statement) => new("statement", Clean.Cut(statement.Value ?? "", ExpeditionLimits.Id));
}
