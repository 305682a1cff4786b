using System.Collections.Immutable;
using CsCheck;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Testing;
using TousRisques.Web.Telling;

namespace TousRisques.Web.Tests.Telling;

public class TellerTests
{
    private static readonly Teller French = new(Valley(), Words.In(Language.French)), English = new(Valley(), Words.In(Language.English));

    [Fact]
    public void A_chain_reads_as_one_sentence_back_to_the_event()
    {
        var why = new Explanation(
        [
            new StarvedOf(new("masts"), At(2, 20), At(2, 0), TimeSpan.FromMinutes(20), [new("power")]),
            new StruckBy(new("power"), At(2, 0), new EventId("surge"), null),
        ]);
        Assert.Equal(
            "Relais mobiles à l’arrêt depuis 02:20, réserve épuisée (autonomie 20 min), faute d’électricité de la vallée depuis 02:00 (Crue de la Seine).",
            French.Sentence(why, At(3, 0)));
        Assert.Equal(
            "Mobile masts stopped since 02:20, reserve used up (autonomy 20 min), for want of power of the valley since 02:00 (Flood of the Seine).",
            English.Sentence(why, At(3, 0)));
    }

    [Fact]
    public void Under_its_own_name_a_sentence_says_neither_the_name_nor_the_status_again()
    {
        var why = new Explanation(
        [
            new StarvedOf(new("masts"), At(2, 20), At(2, 0), TimeSpan.FromMinutes(20), [new("power")]),
            new StruckBy(new("power"), At(2, 0), new EventId("surge"), null),
        ]);
        Assert.Equal(
            "Depuis 02:20, réserve épuisée (autonomie 20 min), faute d’électricité de la vallée depuis 02:00 (Crue de la Seine).",
            French.Sentence(why, At(3, 0), new("masts")));
        Assert.Equal("Since 02:00 (Flood of the Seine).", English.Sentence(new([why.Chain[1]]), At(3, 0), new("power")));
        Assert.Equal(French.Sentence(why, At(3, 0)), French.Sentence(why, At(3, 0), new("power"))); // about something else: said in full
    }

    [Fact]
    public void Another_day_is_told_with_the_day() =>
        Assert.Equal("Électricité de la vallée hors service depuis lun. 27 août, 02:00 (Crue de la Seine).",
            French.Sentence(new([new StruckBy(new("power"), At(2, 0), new EventId("surge"), null)]), At(30, 0)));

    [Fact]
    public void Proper_names_keep_their_capital_and_vowels_their_elision()
    {
        var why = new Explanation([new StarvedOf(new("masts"), At(1, 0), At(1, 0), TimeSpan.Zero, [new("enedis"), new("hospital")])]);
        Assert.Equal("Relais mobiles à l’arrêt depuis 01:00, faute d’Enedis et hôpital.", French.Sentence(why, At(1, 0)));
    }

    [Fact]
    public void People_who_are_missing_are_counted_with_the_rule_that_keeps_them_away() =>
        Assert.Equal("3 personnes disponibles sur 10 (Un agent sur deux absent).",
            French.Sentence(new([new CappedBy(Resource.Staff, 10, 3, [new("absent")])])));

    [Theory]
    [InlineData(20, "20 min")]
    [InlineData(240, "4 h")]
    [InlineData(90, "1 h 30")]
    [InlineData(4320, "3 j")]
    [InlineData(4380, "3 j 1 h")]
    public void A_duration_is_said_as_people_say_it(int minutes, string said) => Assert.Equal(said, French.Spell(TimeSpan.FromMinutes(minutes)));

    [Theory]
    [InlineData("2018-01-22", "22 janvier 2018")]
    [InlineData("2003-08", "août 2003")]
    [InlineData("2003", "2003")]
    [InlineData("hiver 1910", "hiver 1910")]
    public void A_true_date_is_told_no_more_precisely_than_it_is_known(string date, string told) => Assert.Equal(told, French.Date(date));

    [Fact] // whatever the model says, even what it never would
    public void Telling_never_fails() => Gen.Select(Causes.Array[0, 6], Hours.Nullable(), Needs(3)).Sample((chain, at, need) =>
    {
        foreach (var teller in new[] { French, English })
        {
            var told = teller.Sentence(new([.. chain]), at);
            Assert.Equal(chain.Length == 0, told.Length == 0);
            Assert.DoesNotContain("[telling.", told, StringComparison.Ordinal);
            Assert.DoesNotContain("[telling.", teller.Need(need), StringComparison.Ordinal);
        }
        Assert.Equal("", French.Sentence(new(default)));
    });

    [Fact]
    public void Hours_and_spells_never_fail() => Hours.Sample(h =>
    {
        Assert.NotEmpty(French.Hour(h));
        Assert.NotEmpty(French.Moment(h));
        Assert.NotEmpty(French.Day(h));
        Assert.NotEmpty(French.Clock(h));
        Assert.NotEmpty(French.Spell(h));
    });

    private static readonly Gen<TimeSpan> Hours = Gen.Frequency(
        (5, Gen.Int[-1000, 100_000].Select(m => TimeSpan.FromMinutes(m))), (1, Gen.OneOf(TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.Zero)));

    private static readonly Gen<ComponentId> Component = Gen.OneOf("masts", "power", "enedis", "hospital", "unknown", "").Select(c => new ComponentId(c));

    private static readonly Gen<ImmutableArray<ComponentId>> Several = Gen.Frequency(
        (5, Component.Array[0, 4].Select(c => c.ToImmutableArray())), (1, Gen.Const(default(ImmutableArray<ComponentId>))));

    private static readonly Gen<Cause> Causes = Gen.OneOf(
        Gen.Select(Component, Hours, Gen.Int[0, 2], (c, h, by) => (Cause)new StruckBy(c, h, by == 0 ? new EventId("surge") : null, by == 1 ? new ConstraintId("gone") : null)),
        Gen.Select(Component, Hours, Hours, Hours, Several, (c, s, u, a, f) => (Cause)new StarvedOf(c, s, u, a, f)),
        Gen.Select(Component, Hours, Hours, Several, (c, s, u, f) => (Cause)new RunningOnReserve(c, s, u, f)),
        Gen.Select(Component, Hours, Hours, (c, s, u) => (Cause)new StillRestarting(c, s, u)),
        Gen.Select(Component, Hours, Several, Several, (c, s, w, h) => (Cause)new InDeadlock(c, s, w, h)),
        Gen.Select(Gen.Enum<Resource>(), Gen.Int, Gen.Int, Gen.Bool, (r, w, g, none) => (Cause)new CappedBy(r, w, g, none ? default : [new("absent")])),
        Gen.Select(Several, Several, (m, f) => (Cause)new ThroughMakeshift(m, f)));

    private static Gen<Need> Needs(int depth) => depth == 0
        ? Component.Select(c => (Need)new Need.On(c))
        : Gen.OneOf(
            Needs(depth - 1).Array[0, 3].Select(p => (Need)new Need.All([.. p])), Needs(depth - 1).Array[0, 3].Select(p => (Need)new Need.Any([.. p])),
            Gen.Select(Gen.Int[-1, 4], Needs(depth - 1).Array[0, 3], (k, p) => (Need)new Need.AtLeast(k, [.. p])), Needs(depth - 1).Select(n => (Need)new Need.Degraded(n)));

    private static TimeSpan At(int hours, int minutes) => new(hours, minutes, 0);

    private static Pack Valley()
    {
        static Component C(string id, string french, string english) => new() { Id = new(id), Name = Text.Of(french, english), Nature = Nature.Infrastructure };
        var flood = SmallPack.Pack.Scenario.Acts[0];
        return SmallPack.Pack with
        {
            Territory = SmallPack.Pack.Territory with
            {
                Components =
                [
                    C("masts", "Relais mobiles", "Mobile masts"), C("power", "Électricité de la vallée", "Power of the valley"),
                    C("enedis", "Enedis", "Enedis"), C("hospital", "Hôpital", "Hospital"),
                ],
            },
            Scenario = SmallPack.Pack.Scenario with
            {
                Acts =
                [
                    flood with
                    {
                        Events = [flood.Events[0] with { Id = new("surge"), Title = Text.Of("Crue de la Seine", "Flood of the Seine") }],
                        Constraints =
                        [
                            new Constraint
                            {
                                Id = new("absent"), Title = Text.Of("Un agent sur deux absent", "One in two away"), Story = Text.Empty, Reality = Reality.Fictional,
                            },
                        ],
                    },
                ],
            },
        };
    }
}
