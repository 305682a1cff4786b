using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops.Views;

internal sealed partial record Looking
{
    public SelfView Self() => new(
        Me.Id, Me.Name, Me.Table, TableName(Me.Table), Me.Character is { } id && Card(id) is { } card ? Cards.Character(card, withSecret: true) : null,
        Me.Introduction, Me.ShowName, Me.Left);

    public ImmutableArray<PersonView> People() =>
        [.. Workshop.Present.Select(p => new PersonView(p.Id, p.Name, p.Table, TitleOf(p), p.Introduction, p.Id == Me.Id))];

    public ImmutableArray<CharacterView> FreeCharacters()
    {
        var taken = Workshop.Present.Where(p => p.Table == Me.Table && p.Character is not null).Select(p => p.Character!.Value).ToHashSet();
        return
        [
            .. from c in Script.Characters
               where !taken.Contains(c.Id)
               let card = Card(c.Id)
               where card is not null
               select Cards.Character(card, withSecret: false),
        ];
    }

    public ImmutableArray<BoardCardView> Board() =>
    [
        .. from s in Pack.Scenario.Stakeholders
           where Script.Stakeholders.Contains(s.Id)
           select new BoardCardView(s.Id, s.Name, s.Family, s.Story, RoleAt(s.Id), Own: false),
        .. from s in Workshop.OwnStakeholders
           where s.Table == Me.Table
           select new BoardCardView(s.Id, Text.Same(s.Name), s.Family, Text.Empty, RoleAt(s.Id), Own: true),
    ];

    private StakeholderRole? RoleAt(StakeholderId stakeholder) =>
        Workshop.Board.TryGetValue((Me.Table, stakeholder), out var role) ? role : null;

    private string TableName(TableId table) => Workshop.Tables.FirstOrDefault(t => t.Id == table)?.Name ?? table.Value;

    private Character? Card(CharacterId id) => Pack.Scenario.Characters.FirstOrDefault(c => c.Id == id);

    private Text? TitleOf(Participant p) => p.Character is { } id ? Card(id)?.Name : null;

    /// <summary>Who somebody is to the room: their character, or their name while they have none.</summary>
    private Text Called(ParticipantId id) =>
        Workshop.Find(id) is { } p ? TitleOf(p) ?? Text.Same(p.Name) : Text.Empty;
}
