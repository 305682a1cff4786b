using System.Collections.Immutable;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Scenarios;

/// <summary>Where a fact comes from.</summary>
public sealed record Source(SourceId Id, string Title, string? Url = null, string? Note = null);

/// <summary>A hazard by its code in the UNDRR-ISC Hazard Information Profiles, with the edition of the code.</summary>
/// <param name="Code">Such as <c>MH0604</c>.</param>
/// <param name="Edition">Year of the profiles, such as 2025.</param>
/// <param name="Name">Its name for people.</param>
public sealed record Hazard(string Code, int Edition, Text Name);

/// <summary>How long a strike lasts: exactly, or somewhere between two durations. The timeline of a workshop takes the middle.</summary>
public readonly record struct Spell(TimeSpan AtLeast, TimeSpan AtMost)
{
    /// <summary>The middle of the range: what a workshop plays.</summary>
    public TimeSpan Middle => AtLeast + (AtMost - AtLeast) / 2;
}

/// <summary>What an event or a constraint does to components. Played in a workshop when its probability is one half or more.</summary>
/// <param name="On">Which components.</param>
/// <param name="From">Counted from the event's or the constraint's own hour.</param>
/// <param name="For">How long; null means until the end of the scenario.</param>
/// <param name="Probability">0 to 1.</param>
public sealed record Strike(Selector On, TimeSpan From, Spell? For, double Probability = 1);

/// <summary>What a constraint can cap.</summary>
public enum Resource
{
    /// <summary>People at work, as a share: each team finds itself with that share of the people it counts on.</summary>
    Staff,
    /// <summary>People allowed in one place, as a number.</summary>
    Gatherings,
    /// <summary>Effort a table may spend on its plan, as a share.</summary>
    Effort,
}

/// <summary>A cap on a resource. Shares multiply each other; for numbers the smallest holds.</summary>
/// <param name="On">What is capped.</param>
/// <param name="Share">0 to 1, for staff and effort; null otherwise.</param>
/// <param name="AtMost">A number, for gatherings; null otherwise.</param>
public sealed record Cap(Resource On, double? Share = null, int? AtMost = null);

/// <summary>A true fact that an invented card was made from.</summary>
/// <param name="When">The true date, as precise as known, in words of the source (<c>2018-01-22</c>, <c>2003-08</c>).</param>
/// <param name="What">What really happened, in a sentence.</param>
/// <param name="Sources">Where that is told.</param>
public sealed record TrueFact(string When, Text What, ImmutableArray<SourceId> Sources);

/// <summary>A dated thing that happens in a scenario, or did happen in the territory's memory.</summary>
public sealed record ScenarioEvent
{
    /// <summary>Its name in files.</summary>
    public required EventId Id { get; init; }
    /// <summary>Its title.</summary>
    public required Text Title { get; init; }
    /// <summary>What happens, in two to five sentences.</summary>
    public required Text Story { get; init; }
    /// <summary>Hours from the scenario's origin; zero for memory.</summary>
    public TimeSpan At { get; init; }
    /// <summary>For memory: the true date, as precise as known (<c>2018-01-22</c>, <c>2003-08</c>).</summary>
    public string? Date { get; init; }
    /// <summary>Where.</summary>
    public PlaceId? Place { get; init; }
    /// <summary>Hazard codes.</summary>
    public ImmutableArray<string> Hazards { get; init; } = [];
    /// <summary>Real, inspired by real facts, or fictional.</summary>
    public required Reality Reality { get; init; }
    /// <summary>Sources of a real event.</summary>
    public ImmutableArray<SourceId> Sources { get; init; } = [];
    /// <summary>True facts that an invented event was made from.</summary>
    public ImmutableArray<TrueFact> MadeFrom { get; init; } = [];
    /// <summary>What it does to components.</summary>
    public ImmutableArray<Strike> Strikes { get; init; } = [];
}

/// <summary>A rule that an act adds (curfew, 40 % of staff absent…).</summary>
public sealed record Constraint
{
    /// <summary>Its name in files.</summary>
    public required ConstraintId Id { get; init; }
    /// <summary>Its title.</summary>
    public required Text Title { get; init; }
    /// <summary>What it means for people.</summary>
    public required Text Story { get; init; }
    /// <summary>Hours from the scenario's origin when it begins to hold.</summary>
    public TimeSpan At { get; init; }
    /// <summary>How long it holds; null means until the end of the scenario.</summary>
    public TimeSpan? For { get; init; }
    /// <summary>Hazard codes.</summary>
    public ImmutableArray<string> Hazards { get; init; } = [];
    /// <summary>Real, inspired by real facts, or fictional.</summary>
    public required Reality Reality { get; init; }
    /// <summary>True facts it was made from.</summary>
    public ImmutableArray<TrueFact> MadeFrom { get; init; } = [];
    /// <summary>What it does to components.</summary>
    public ImmutableArray<Strike> Strikes { get; init; } = [];
    /// <summary>What it caps.</summary>
    public ImmutableArray<Cap> Caps { get; init; } = [];
}

/// <summary>Which turn of the workshop an act is.</summary>
public enum ActKind
{
    /// <summary>Crise.</summary>
    Crisis,
    /// <summary>Multi-crise.</summary>
    MultiCrisis,
    /// <summary>Multi-crise bis.</summary>
    MultiCrisisBis,
}

/// <summary>One turn of events, constraints, situation, re-assessment, priorities, plan, consequences.</summary>
public sealed record Act
{
    /// <summary>Its name in files.</summary>
    public required ActId Id { get; init; }
    /// <summary>Which turn it is.</summary>
    public required ActKind Kind { get; init; }
    /// <summary>Its title.</summary>
    public required Text Title { get; init; }
    /// <summary>What the facilitator reads aloud to open it.</summary>
    public required Text Intro { get; init; }
    /// <summary>Accent of the screens: <c>blue</c>, <c>violet</c> or <c>red</c>.</summary>
    public string Accent { get; init; } = "blue";
    /// <summary>The hour of its situation and re-assessment, and when its plan begins to hold. From the scenario's origin.</summary>
    public required TimeSpan At { get; init; }
    /// <summary>The end of the hours over which its consequences are counted. From the scenario's origin, after <see cref="At"/>.</summary>
    public required TimeSpan Until { get; init; }
    /// <summary>How many actions a plan may hold.</summary>
    public required int Slots { get; init; }
    /// <summary>How much effort a plan may spend, before caps.</summary>
    public required int Effort { get; init; }
    /// <summary>Its events in the order of their hours.</summary>
    public ImmutableArray<ScenarioEvent> Events { get; init; } = [];
    /// <summary>Its constraints.</summary>
    public ImmutableArray<Constraint> Constraints { get; init; } = [];
    /// <summary>What the facilitator says, by step name (<c>events</c>, <c>situation</c>, <c>assessment</c>…).</summary>
    public ImmutableSortedDictionary<string, Text> Guide { get; init; } = ImmutableSortedDictionary<string, Text>.Empty;
    /// <summary>Planned minutes, by step name; steps that are not named take the usual ones.</summary>
    public ImmutableSortedDictionary<string, int> Minutes { get; init; } = ImmutableSortedDictionary<string, int>.Empty;
}

/// <summary>The role card that a participant plays (fiche personnage).</summary>
public sealed record Character
{
    /// <summary>Its name in files.</summary>
    public required CharacterId Id { get; init; }
    /// <summary>Its title for people, such as "Directrice du CCAS".</summary>
    public required Text Name { get; init; }
    /// <summary>Family of stakeholders.</summary>
    public required StakeholderFamily Family { get; init; }
    /// <summary>What it has to do.</summary>
    public required Text Mission { get; init; }
    /// <summary>What it can count on.</summary>
    public ImmutableArray<Text> Resources { get; init; } = [];
    /// <summary>What keeps it awake.</summary>
    public ImmutableArray<Text> Worries { get; init; } = [];
    /// <summary>What only this player knows; shown to nobody else before the report.</summary>
    public Text? Secret { get; init; }
    /// <summary>Whether a table without it must be told so.</summary>
    public bool Needed { get; init; }
    /// <summary>Stakes it is likely to put first; used by simulated participants only.</summary>
    public ImmutableArray<StakeId> LikelyPriorities { get; init; } = [];
}

/// <summary>People an action counts on.</summary>
/// <param name="Full">How many it takes to do it well.</param>
/// <param name="Least">With fewer than that it cannot be done at all.</param>
public readonly record struct Crew(int Full, int Least);

/// <summary>What an action in force changes in the model.</summary>
public abstract record Effect
{
    private Effect() { }

    /// <summary>Gives components another way to have their needs met.</summary>
    public sealed record AddAlternative(Selector To, Need Alternative) : Effect;
    /// <summary>Lengthens the autonomy of components.</summary>
    public sealed record LengthenAutonomy(Selector On, TimeSpan By) : Effect;
    /// <summary>Shortens what remains of strikes on components, by a share from 0 to 1.</summary>
    public sealed record ShortenStrike(Selector On, double ByShare) : Effect;
    /// <summary>Shortens the restart of components, by a share from 0 to 1.</summary>
    public sealed record ShortenRestart(Selector On, double ByShare) : Effect;
    /// <summary>Lifts a constraint's strikes from components.</summary>
    public sealed record CancelConstraint(ConstraintId Constraint, Selector On) : Effect;
}

/// <summary>An action card: what can be done, by whom, needing which components, costing how much effort, with which effects.</summary>
public sealed record ActionCard
{
    /// <summary>Its name in files.</summary>
    public required ActionId Id { get; init; }
    /// <summary>Its title, beginning with a verb.</summary>
    public required Text Title { get; init; }
    /// <summary>What it means, in one to three sentences.</summary>
    public required Text Story { get; init; }
    /// <summary>Its theme.</summary>
    public required Theme Theme { get; init; }
    /// <summary>Its time of the crisis.</summary>
    public required CrisisTime Time { get; init; }
    /// <summary>1 (light) to 3 (heavy).</summary>
    public required int Effort { get; init; }
    /// <summary>Characters that may lead it.</summary>
    public ImmutableArray<CharacterId> Leads { get; init; } = [];
    /// <summary>What it needs.</summary>
    public Need Needs { get; init; } = Need.Nothing;
    /// <summary>Staff it counts on, or null.</summary>
    public Crew? Staff { get; init; }
    /// <summary>People it brings together in one place, or null.</summary>
    public Crew? Gathering { get; init; }
    /// <summary>What it changes in the model while in force.</summary>
    public ImmutableArray<Effect> Effects { get; init; } = [];
}

/// <summary>Something a character can put first.</summary>
public sealed record Stake(StakeId Id, Text Name, Text Story);

/// <summary>An actor of the territory, on the stakeholder board.</summary>
/// <param name="Id">Its name in files.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Family">Its family.</param>
/// <param name="Roles">Where it really stands; used for the report's gaps.</param>
/// <param name="Story">What it does in a crisis.</param>
public sealed record Stakeholder(StakeholderId Id, Text Name, StakeholderFamily Family, ImmutableArray<StakeholderRole> Roles, Text Story);

/// <summary>What kind of medium a channel is; decides its icon and words.</summary>
public enum Medium
{
    /// <summary>E-mail.</summary>
    Mail,
    /// <summary>Text message.</summary>
    Sms,
    /// <summary>Messaging application.</summary>
    App,
    /// <summary>Voice radio.</summary>
    Radio,
    /// <summary>Siren.</summary>
    Siren,
    /// <summary>Social network.</summary>
    Social,
    /// <summary>Someone who runs with the message.</summary>
    Runner,
    /// <summary>Paper.</summary>
    Paper,
    /// <summary>Telephone.</summary>
    Phone,
}

/// <summary>A way for messages to travel.</summary>
/// <param name="Id">Its name in files.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Medium">What kind of medium.</param>
/// <param name="Component">The component it needs, or null for one that always works.</param>
/// <param name="Delay">How long a message is under way, in the workshop's own minutes.</param>
/// <param name="TellsSender">Whether that medium tells the sender that a message did not get through.</param>
public sealed record Channel(ChannelId Id, Text Name, Medium Medium, ComponentId? Component, TimeSpan Delay, bool TellsSender);

/// <summary>Acts, each with events, constraints and action slots; and the cards to play them with.</summary>
public sealed record Scenario
{
    /// <summary>Its name in files.</summary>
    public required string Id { get; init; }
    /// <summary>Its title.</summary>
    public required Text Title { get; init; }
    /// <summary>What it is about, in two or three sentences.</summary>
    public required Text Summary { get; init; }
    /// <summary>Hour zero, in local time of the territory.</summary>
    public required DateTimeOffset Origin { get; init; }
    /// <summary>Its scale.</summary>
    public Scale Scale { get; init; }
    /// <summary>The territory's memory: real events, oldest first.</summary>
    public ImmutableArray<ScenarioEvent> Memory { get; init; } = [];
    /// <summary>Its acts in order.</summary>
    public ImmutableArray<Act> Acts { get; init; } = [];
    /// <summary>Its characters, the needed ones first.</summary>
    public ImmutableArray<Character> Characters { get; init; } = [];
    /// <summary>Its action cards.</summary>
    public ImmutableArray<ActionCard> Actions { get; init; } = [];
    /// <summary>Its stakes.</summary>
    public ImmutableArray<Stake> Stakes { get; init; } = [];
    /// <summary>Its stakeholders.</summary>
    public ImmutableArray<Stakeholder> Stakeholders { get; init; } = [];
    /// <summary>Its channels.</summary>
    public ImmutableArray<Channel> Channels { get; init; } = [];
    /// <summary>What the facilitator says at the steps outside acts, by step name (<c>welcome</c>, <c>round-table</c>…).</summary>
    public ImmutableSortedDictionary<string, Text> Guide { get; init; } = ImmutableSortedDictionary<string, Text>.Empty;
}

/// <summary>A territory, a scenario on it, and the sources of both: what a folder of files holds and a workshop plays.</summary>
public sealed record Pack
{
    /// <summary>Its name in addresses and on the command line.</summary>
    public required string Id { get; init; }
    /// <summary>Its version, as its authors count.</summary>
    public required string Version { get; init; }
    /// <summary>Its title.</summary>
    public required Text Title { get; init; }
    /// <summary>Licence of its texts, as an SPDX identifier.</summary>
    public string Licence { get; init; } = "";
    /// <summary>Who wrote it.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];
    /// <summary>Languages in which every text is written, French first.</summary>
    public ImmutableArray<Language> Languages { get; init; } = [Language.French];
    /// <summary>Sources cited.</summary>
    public ImmutableArray<Source> Sources { get; init; } = [];
    /// <summary>Hazards named.</summary>
    public ImmutableArray<Hazard> Hazards { get; init; } = [];
    /// <summary>The territory.</summary>
    public required Territory Territory { get; init; }
    /// <summary>The scenario.</summary>
    public required Scenario Scenario { get; init; }
    /// <summary>What the stress bench puts the territory to.</summary>
    public StressTest Stress { get; init; } = new();
}
