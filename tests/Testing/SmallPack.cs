using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;

namespace TousRisques.Testing;

/// <summary>
/// Valmarée: an invented town with everything that a pack can hold, small enough to reason about by heart. Power feeds the mast and the mail
/// server; the siren and the runner need nothing. The flood takes the power, the pandemic half of the effort, the cyberattack the mail.
/// </summary>
public static class SmallPack
{
    public static readonly ComponentId Power = new("power"), Mast = new("mast"), MailServer = new("mail-server"), Siren = new("siren"),
        Register = new("register"), Alert = new("alert");
    public static readonly ActId Flood = new("flood"), Pandemic = new("pandemic"), Cyber = new("cyber");
    public static readonly EventId Rain = new("rain"), Surge = new("surge"), FirstCases = new("first-cases"), Encrypted = new("encrypted");
    public static readonly ConstraintId Curfew = new("curfew"), NoMail = new("no-mail");
    public static readonly CharacterId Mayor = new("mayor"), Firefighter = new("firefighter"), Resident = new("resident");
    public static readonly ActionId Texts = new("texts"), Sound = new("sound-siren"), Knock = new("knock"), Mails = new("mails"),
        Radio = new("radio"), Evacuate = new("evacuate");
    public static readonly StakeId Lives = new("lives"), Trust = new("trust"), Water = new("water"), Schools = new("schools");
    public static readonly StakeholderId Prefect = new("prefect"), Operator = new("operator");
    public static readonly ChannelId Mail = new("mail"), Sms = new("sms"), Runner = new("runner");

    /// <summary>The pack; the same object every time.</summary>
    public static Pack Pack { get; } = Make();

    /// <summary>Its script.</summary>
    public static Script Script(PlayMode mode = PlayMode.Full) => ScriptCompiler.Compile(Pack, "00", mode);

    private static Pack Make()
    {
        var down = new Spell(TimeSpan.FromHours(10), TimeSpan.FromHours(10));
        return new Pack
        {
            Id = "valmaree",
            Version = "1.0.0",
            Title = T("Valmarée"),
            Languages = [Language.French, Language.English],
            Territory = new Territory
            {
                Id = "valmaree",
                Name = T("Valmarée"),
                Population = new(12_000),
                Places = [new(new PlaceId("town"), T("Bourg"), new(1.1, 49.4), ["river"])],
                Components =
                [
                    C(Power, Nature.Infrastructure) with { Place = new PlaceId("town") },
                    C(Mast, Nature.Infrastructure) with { Needs = new Need.On(Power), Autonomy = new(TimeSpan.FromMinutes(20)) },
                    C(MailServer, Nature.Digital) with { Needs = new Need.On(Power), Autonomy = new(TimeSpan.FromHours(1)) },
                    C(Siren, Nature.LowTech),
                    C(Register, Nature.Data),
                    C(Alert, Nature.Function) with { Needs = new Need.Any([new Need.On(Mast), new Need.Degraded(new Need.On(Siren))]), Weight = 5 },
                ],
            },
            Scenario = new Scenario
            {
                Id = "triple",
                Title = T("Trois crises à Valmarée"),
                Summary = T("Crue, pandémie, cyberattaque."),
                Origin = new DateTimeOffset(2018, 8, 27, 0, 0, 0, TimeSpan.FromHours(2)),
                Acts =
                [
                    A(Flood, ActKind.Crisis, hour: 12, slots: 4, effort: 8) with
                    {
                        Events = [E(Rain, 2), E(Surge, 10) with { Strikes = [new(new Selector(Power), TimeSpan.Zero, down)] }],
                    },
                    A(Pandemic, ActKind.MultiCrisis, hour: 60, slots: 3, effort: 8) with
                    {
                        Events = [E(FirstCases, 50)],
                        Constraints = [K(Curfew, 55) with { Caps = [new(Resource.Effort, 0.5)] }],
                    },
                    A(Cyber, ActKind.MultiCrisisBis, hour: 100, slots: 2, effort: 5) with
                    {
                        Events = [E(Encrypted, 90)],
                        Constraints = [K(NoMail, 90) with { Strikes = [new(new Selector(MailServer), TimeSpan.Zero, null)] }],
                    },
                ],
                Characters = [P(Resident, needed: false), P(Mayor, needed: true), P(Firefighter, needed: false)],
                Actions =
                [
                    D(Texts, 1, new Need.On(Mast)), D(Sound, 1, new Need.On(Siren)), D(Knock, 3, Need.Nothing),
                    D(Mails, 1, new Need.On(MailServer)), D(Radio, 2, Need.Nothing), D(Evacuate, 3, new Need.On(Register)),
                ],
                Stakes = [.. new[] { Lives, Trust, Water, Schools }.Select(s => new Stake(s, T(s.Value), T(s.Value)))],
                Stakeholders =
                [
                    new(Prefect, T("Préfet"), StakeholderFamily.Authorities, [StakeholderRole.Decides], T("Dirige les secours.")),
                    new(Operator, T("Opérateur"), StakeholderFamily.Operators, [StakeholderRole.Acts], T("Tient le réseau.")),
                ],
                Channels =
                [
                    new(Mail, T("Courriel"), Medium.Mail, MailServer, TimeSpan.Zero, TellsSender: true),
                    new(Sms, T("Texto"), Medium.Sms, Mast, TimeSpan.Zero, TellsSender: false),
                    new(Runner, T("Estafette"), Medium.Runner, null, TimeSpan.FromMinutes(5), TellsSender: true),
                ],
            },
        };
    }

    private static Text T(string text) => Text.Same(text);

    private static Component C(ComponentId id, Nature nature) => new() { Id = id, Name = T(id.Value), Nature = nature };

    private static Act A(ActId id, ActKind kind, int hour, int slots, int effort) => new()
    {
        Id = id,
        Kind = kind,
        Title = T(id.Value),
        Intro = T(id.Value),
        Slots = slots,
        Effort = effort,
        At = TimeSpan.FromHours(hour),
        Until = TimeSpan.FromHours(hour + 24),
    };

    private static ScenarioEvent E(EventId id, int hour) =>
        new() { Id = id, Title = T(id.Value), Story = T(id.Value), At = TimeSpan.FromHours(hour), Reality = Reality.Fictional };

    private static Constraint K(ConstraintId id, int hour) =>
        new() { Id = id, Title = T(id.Value), Story = T(id.Value), At = TimeSpan.FromHours(hour), Reality = Reality.Fictional };

    private static Character P(CharacterId id, bool needed) =>
        new() { Id = id, Name = T(id.Value), Family = StakeholderFamily.Authorities, Mission = T(id.Value), Needed = needed };

    private static ActionCard D(ActionId id, int effort, Need needs) => new()
    {
        Id = id,
        Title = T(id.Value),
        Story = T(id.Value),
        Theme = Theme.Capacity,
        Time = CrisisTime.During,
        Effort = effort,
        Needs = needs,
    };
}
