using System.Text.RegularExpressions;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Testing;
using TousRisques.Web.Live;
using TousRisques.Web.Pages.Participant;

using Play = TousRisques.Web.Pages.Participant.Play;

namespace TousRisques.Web.Tests.Pages;

public partial class ParticipantPageTests
{
    public static TheoryData<string> Steps => [.. SmallPack.Script().Steps.Select(s => s.Id.Value)];

    [Theory, MemberData(nameof(Steps))]
    public void Every_step_is_drawn_in_every_language_with_no_word_missing(string step)
    {
        var room = Hostile(step);
        foreach (var language in Drawing.Languages)
        {
            var html = Drawing.Draw<PlayPage>(("Scene", Drawing.Scene(room, SmallPack.Pack, "p1", language)));
            Assert.DoesNotMatch(@"\[(play|look|telling|enum|common)\.", html);
            Assert.Contains($"<html lang=\"{language}\"", html, StringComparison.Ordinal);
            Assert.Single(Headings().Matches(html));
            Assert.Contains("href=\"#main\"", html, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Steps))]
    public void Hostile_words_do_no_harm_at_any_step(string step) =>
        HostileWords.AssertHarmless(Drawing.Draw<PlayPage>(("Scene", Drawing.Scene(Hostile(step), SmallPack.Pack, "p1"))));

    [Theory, MemberData(nameof(Steps))]
    public void Ids_are_unique_so_that_parts_can_be_merged(string step)
    {
        var html = Drawing.Draw<PlayPage>(("Scene", Drawing.Scene(Hostile(step), SmallPack.Pack, "p1")));
        var ids = Ids().Matches(html).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Theory, MemberData(nameof(Steps))]
    public void Every_form_works_without_scripts(string step)
    {
        var html = Drawing.Draw<PlayPage>(("Scene", Drawing.Scene(Hostile(step), SmallPack.Pack, "p1")));
        foreach (Match form in Forms().Matches(html))
        {
            Assert.Contains("method=\"post\"", form.Value, StringComparison.Ordinal);
            Assert.Contains("<button", form.Value, StringComparison.Ordinal);
            if (form.Value.Contains("/do\"", StringComparison.Ordinal)) Assert.Matches("name=\"command\" value=\"[a-z-]+\"", form.Value);
        }
    }

    [Fact]
    public void Somebody_else_s_right_to_left_name_cannot_turn_the_page_around()
    {
        var room = Room.Open();
        room.Join("p1");
        room.Send(Room.Visitor, new JoinWorkshop(Room.P("p2"), "\u202Eannonce", "k", false, false, null));
        var name = room.State.Find(Room.P("p2"))!.Name;
        var html = Drawing.Draw<PlayPage>(("Scene", Drawing.Scene(room, SmallPack.Pack, "p1")));
        Assert.Contains($"<bdi>{name}</bdi>", html, StringComparison.Ordinal);
    }

    [Fact] // the whole table's parts are drawn without knowing who looks: what is in them cannot be one person's
    public void Shared_parts_are_the_same_for_everybody_at_the_table()
    {
        foreach (var step in SmallPack.Script().Steps)
        {
            var room = Hostile(step.Id.Value);
            foreach (var part in Play.Parts.Where(p => p.Audience == PartAudience.Table))
                Assert.Equal(
                    Drawing.Draw(part.Component, ("Scene", Drawing.Scene(room, SmallPack.Pack, "p1", page: false))),
                    Drawing.Draw(part.Component, ("Scene", Drawing.Scene(room, SmallPack.Pack, "p2", audience: PartAudience.Table, page: false))));
        }
    }

    /// <summary>A room that has played up to a step, where everybody is called names.</summary>
    internal static Room Hostile(string until)
    {
        var room = Room.Open(answers: Models.Says(
            q => (Verdict)(q.Action.Value.Length % 3), act => act == SmallPack.Flood ? [SmallPack.Mast, SmallPack.Alert] : [SmallPack.MailServer]));
        for (var i = 1; i <= 4; i++)
            room.Send(Room.Visitor, new JoinWorkshop(Room.P("p" + i), HostileWords.All[i], "k", false, false, null));
        room.Facilitate(new AssignCharacter(Room.P("p1"), SmallPack.Mayor));
        var n = 0;
        foreach (var step in SmallPack.Script().Steps)
        {
            room.Facilitate(new JumpTo(step.Id));
            foreach (var words in HostileWords.All)
            {
                var (me, who, id) = (Room.P("p" + (n % 4 + 1)), "p" + (n % 4 + 1), "own-" + n);
                n++;
                room.As(who, new SendMessage(new("m" + n), me, SmallPack.Runner, new ToRoom(), words));
                room.Facilitate(new InjectMessage(new("i" + n), words, null, new ToRoom(), words, ThroughModel: false));
                if (step.Kind == StepKind.RoundTable) room.As(who, new IntroduceSelf(me, words));
                if (step.Kind == StepKind.Stakeholders) room.As(who, new AddStakeholder(new(id), Room.A, words, StakeholderFamily.Media, StakeholderRole.Acts));
                if (step.Kind == StepKind.Assessment)
                {
                    room.As(who, new AssessAction(me, step.Act!.Value, SmallPack.Pack.Scenario.Actions[n % 6].Id, (Verdict)(n % 3), words));
                    room.As(who, new OverrideAvailability(Room.A, step.Act!.Value, SmallPack.Pack.Scenario.Actions[n % 6].Id, Verdict.Degraded, words));
                }
                if (step.Kind == StepKind.Priorities) room.As("p1", new RankPriorities(Room.P("p1"), step.Act!.Value, [new(null, words), new(SmallPack.Lives, null)]));
                if (step.Kind == StepKind.Plan)
                {
                    room.As(who, new ProposeAction(new(id), Room.A, words, 1, Theme.Data, CrisisTime.During));
                    room.As(who, new AddToPlan(Room.A, new(id)));
                }
                if (step.Kind == StepKind.Debrief) room.As("p1", new AnswerDebrief(Room.P("p1"), DebriefQuestion.Held, words, Theme.Data, CrisisTime.After));
                if (step.Kind == StepKind.Leads) room.As(who, new ProposeLead(new("l" + n), me, words, words, Theme.Data, CrisisTime.After));
            }
            room.Now += TimeSpan.FromMinutes(6);
            if (step.Kind == StepKind.Events)
                foreach (var e in room.State.Act!.Events) room.Facilitate(new RevealEvent(e));
            if (step.Kind == StepKind.Constraints)
                foreach (var c in room.State.Act!.Constraints) room.Facilitate(new ImposeConstraint(c.Id));
            if (step.Id.Value == until) break;
        }
        return room;
    }

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex Headings();

    [GeneratedRegex("<[a-z][^>]*? id=\"([^\"]*)\"")]
    private static partial Regex Ids();

    [GeneratedRegex("<form .*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();
}
