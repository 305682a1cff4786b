using System.Globalization;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops;

// Who is in the room, where they sit and whom they play.
public sealed partial record Workshop
{
    /// <summary>People who are here, at a table.</summary>
    public IEnumerable<Participant> MembersOf(TableId table) => Present.Where(p => p.Table == table);

    /// <summary>Who plays a character at a table, or null when it is free there.</summary>
    public Participant? PlayerOf(TableId table, CharacterId character) =>
        Participants.FirstOrDefault(p => !p.Left && p.Table == table && p.Character == character);

    /// <summary>Characters that nobody plays at a table, in the order in which they are given: the needed ones first.</summary>
    public IEnumerable<CharacterId> FreeCharacters(TableId table) =>
        Script!.Characters.Select(c => c.Id).Where(c => PlayerOf(table, c) is null);

    /// <summary>Characters that the scenario needs and nobody plays at a table: the table must be told.</summary>
    public IEnumerable<CharacterId> MissingCharacters(TableId table) =>
        Script!.Characters.Where(c => c.Needed && PlayerOf(table, c.Id) is null).Select(c => c.Id);

    private bool Has(TableId table) => Tables.Any(t => t.Id == table);

    /// <summary>Somebody who is here, or null.</summary>
    private Participant? Here(ParticipantId id) => Find(id) is { Left: false } p ? p : null;

    private Decision Join(JoinWorkshop c)
    {
        if (IdRefusal(c.Participant.Value) is { } badId) return badId;
        if (Find(c.Participant) is not null) return new AlreadyThere();
        if (Participants.Length >= Limits.Participants) return new RoomFull(Limits.Participants);
        if (Clean.Line(c.Name, "name", Limits.Name, out var name) is { } badName) return badName;
        if (c.ResumeKey is { Length: > 2 * Limits.Id }) return new TextTooLong("resumeKey", 2 * Limits.Id);
        if (c.Table is { } wanted && !Has(wanted)) return No("table", wanted);
        name = Unique(name, Participants.Select(p => p.Name));
        return new ParticipantJoined(c.Participant, name, c.ResumeKey ?? "", c.ShowName, c.OnPaper, c.Table ?? LeastFull());
    }

    private TableId LeastFull() => Tables.MinBy(t => MembersOf(t.Id).Count())!.Id; // the first of equals

    private Decision Resume(ResumePlay c)
    {
        if (Find(c.Participant) is not { } p) return new NoSuchParticipant(c.Participant);
        if (ClosedAt is not null) return Decision.Nothing; // coming back to read the report leaves no trace
        var back = new ParticipantResumed(p.Id);
        // While they were away, their character may have been given to somebody else.
        return p is { Left: true, Character: { } character } && PlayerOf(p.Table, character) is not null
            ? Decision.Of([back, new CharacterAssigned(p.Id, null)])
            : back;
    }

    private Decision Leave(LeaveWorkshop c) =>
        Find(c.Participant) switch
        {
            null => new NoSuchParticipant(c.Participant),
            { Left: true } => Decision.Nothing,
            _ => new ParticipantLeft(c.Participant),
        };

    private Decision Lay(AddTable c)
    {
        if (Tables.Length >= Limits.Tables) return new TooMany("table", Limits.Tables);
        if (Clean.Line(c.Name, "name", Limits.Name, out var name) is { } no) return no;
        return new TableAdded(TableIdAt(Tables.Length), Unique(name, Tables.Select(t => t.Name)));
    }

    private Decision Move(MoveToTable c)
    {
        if (Here(c.Participant) is not { } p) return new NoSuchParticipant(c.Participant);
        if (!Has(c.Table)) return No("table", c.Table);
        return p.Table == c.Table ? Decision.Nothing : Decision.Of(MoveFacts(p, c.Table));
    }

    /// <summary>A move, behind the loss of a character that somebody plays at the other table.</summary>
    private IEnumerable<WorkshopEvent> MoveFacts(Participant p, TableId table)
    {
        if (p.Character is { } character && PlayerOf(table, character) is not null) yield return new CharacterAssigned(p.Id, null);
        yield return new ParticipantMoved(p.Id, table);
    }

    private Decision Assign(AssignCharacter c, bool mayTake)
    {
        if (Here(c.Participant) is not { } p) return new NoSuchParticipant(c.Participant);
        if (p.Character == c.Character) return Decision.Nothing;
        if (c.Character is not { } character) return new CharacterAssigned(p.Id, null);
        if (!Script!.Characters.Any(k => k.Id == character)) return No("character", character);
        var given = new CharacterAssigned(p.Id, character);
        if (PlayerOf(p.Table, character) is not { } other) return given;
        return mayTake ? Decision.Of([new CharacterAssigned(other.Id, null), given]) : new CharacterTaken(character);
    }

    private Decision Introduce(IntroduceSelf c)
    {
        if (Here(c.Participant) is not { } p) return new NoSuchParticipant(c.Participant);
        if (Clean.Lines(c.Words, "words", Limits.Reason, out var words) is { } no) return no;
        return words == p.Introduction ? Decision.Nothing : new SelfIntroduced(p.Id, words);
    }

    /// <summary>Tables are named a, b, c… in the order in which they are laid.</summary>
    private static TableId TableIdAt(int index) => new(((char)('a' + index)).ToString());

    /// <summary>A name that nobody has: "Marie", then "Marie 2", "Marie 3"…</summary>
    private static string Unique(string name, IEnumerable<string> taken)
    {
        var names = taken.ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!names.Contains(name)) return name;
        for (var n = 2; ; n++)
        {
            var suffix = " " + n.ToString(CultureInfo.InvariantCulture);
            var candidate = Clean.Cut(name, Limits.Name - suffix.Length) + suffix;
            if (!names.Contains(candidate)) return candidate;
        }
    }
}
