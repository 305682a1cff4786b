using System.Collections.Immutable;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops.Views;

/// <summary>A role card as it may be shown.</summary>
/// <param name="Id">Its name in commands.</param>
/// <param name="Name">Its title for people.</param>
/// <param name="Family">Family of stakeholders.</param>
/// <param name="Mission">What it has to do.</param>
/// <param name="Resources">What it can count on.</param>
/// <param name="Worries">What keeps it awake.</param>
/// <param name="Secret">Only on the player's own card; null on any other.</param>
/// <param name="Needed">Whether a table without it must be told so.</param>
public sealed record CharacterView(
    CharacterId Id, Text Name, StakeholderFamily Family, Text Mission, ImmutableArray<Text> Resources, ImmutableArray<Text> Worries,
    Text? Secret, bool Needed);

/// <summary>The participant themself.</summary>
/// <param name="Id">Their name in commands.</param>
/// <param name="Name">Their name in the room.</param>
/// <param name="Table">Their table.</param>
/// <param name="TableName">Its name for people.</param>
/// <param name="Character">Their own card, secret included, or null.</param>
/// <param name="Introduction">What they said of themselves, or empty.</param>
/// <param name="ShowName">Whether the report may show their name.</param>
/// <param name="Left">Whether they left.</param>
public sealed record SelfView(
    ParticipantId Id, string Name, TableId Table, string TableName, CharacterView? Character, string Introduction, bool ShowName, bool Left);

/// <summary>Somebody present, as everybody in the room may know them.</summary>
/// <param name="Id">Their name in commands.</param>
/// <param name="Name">Their name in the room.</param>
/// <param name="Table">Their table.</param>
/// <param name="Character">Their character's title, or null.</param>
/// <param name="Introduction">What they said of themselves, or empty.</param>
/// <param name="IsMe">Whether it is the participant themself.</param>
public sealed record PersonView(ParticipantId Id, string Name, TableId Table, Text? Character, string Introduction, bool IsMe);

/// <summary>A stakeholder card on the own table's board.</summary>
/// <param name="Id">Its name in commands.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Family">Its family.</param>
/// <param name="Story">What it does in a crisis, or empty.</param>
/// <param name="Role">Where the table placed it, or null.</param>
/// <param name="Own">Whether the table added it.</param>
public sealed record BoardCardView(StakeholderId Id, Text Name, StakeholderFamily Family, Text Story, StakeholderRole? Role, bool Own);
