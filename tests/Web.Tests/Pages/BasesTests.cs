using CsCheck;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Domain.Workshops.Facts;
using TousRisques.Testing;

using Play = TousRisques.Web.Pages.Participant.Play;

namespace TousRisques.Web.Tests.Pages;

public class BasesTests
{
    [Fact] // a part that is not drawn again must not have changed
    public void Equal_bases_draw_equal_parts() => Gen.Select(Gen.Int[0, 15], Gen.Int[0, 3], Gen.Int[0, 11]).Array[1, 25].Sample(moves =>
    {
        var room = Room.Open(tables: 2, answers: Models.Says(q => (Verdict)(q.Action.Value.Length % 3), _ => [SmallPack.Mast]));
        for (var i = 1; i <= 4; i++) room.Join("p" + i, i < 3 ? Room.A : Room.B);
        var parts = Play.Parts.Where(p => p.DependsOn is not null).ToList();
        var seen = parts.Select(p => (Basis: (object?)null, Html: "")).ToArray();
        foreach (var (what, who, a) in moves)
        {
            room.Now += TimeSpan.FromSeconds(90);
            Do(room, what, "p" + (who + 1), a);
            for (var i = 0; i < parts.Count; i++)
            {
                var scene = Drawing.Scene(room, SmallPack.Pack, "p1", page: false);
                var basis = parts[i].DependsOn!(scene);
                var html = Drawing.Draw(parts[i].Component, ("Scene", scene));
                if (basis.Equals(seen[i].Basis)) Assert.Equal(seen[i].Html, html);
                seen[i] = (basis, html);
            }
        }
    }, iter: 60);

    [Fact] // or everybody's phone would be drawn for at every tap
    public void Somebody_else_s_verdict_leaves_my_parts_alone()
    {
        var room = Room.Open();
        room.Join("p1");
        room.Join("p2");
        room.GoTo(SmallPack.Flood, StepKind.Assessment);
        var before = Bases();
        room.As("p2", new AssessAction(Room.P("p2"), SmallPack.Flood, SmallPack.Texts, Verdict.Degraded, "pour voir"));
        Assert.Equal(before, Bases());
        room.As("p1", new AssessAction(Room.P("p1"), SmallPack.Flood, SmallPack.Texts, Verdict.Degraded, "pour voir"));
        Assert.NotEqual(before, Bases());

        object[] Bases() => [.. Play.Parts.Where(p => p.DependsOn is not null).Select(p => p.DependsOn!(Drawing.Scene(room, SmallPack.Pack, "p1", page: false)))];
    }

    private static void Do(Room room, int what, string who, int a)
    {
        var (me, action, act) = (Room.P(who), SmallPack.Pack.Scenario.Actions[a % 6].Id, room.State.Act?.Id ?? SmallPack.Flood);
        var table = room.State.Find(me)!.Table;
        _ = what switch
        {
            <= 3 => room.Facilitate(new Advance()),
            4 => room.Facilitate(new ExtendStep(TimeSpan.FromMinutes(5))),
            5 => room.Facilitate(new RevealVerdicts(act)),
            6 or 7 => room.As(who, new AssessAction(me, act, action, (Verdict)(a % 3), "parce que " + a)),
            8 => room.As(who, new RankPriorities(me, act, [new(SmallPack.Pack.Scenario.Stakes[a % 4].Id, null)])),
            9 => room.As(who, new OverrideAvailability(table, act, action, Verdict.Degraded, "si")),
            10 => room.As(who, new SendMessage(new($"m{room.Facts.Count}"), me, a % 2 == 0 ? SmallPack.Runner : SmallPack.Mail, new ToRoom(), "mot " + a)),
            11 => room.As(who, new AnswerDebrief(me, DebriefQuestion.Held, "mot " + a, Theme.Data, CrisisTime.After)),
            12 => room.As(who, new ProposeLead(new($"l{room.Facts.Count}"), me, "piste", "mot " + a, Theme.Data, CrisisTime.After)),
            13 => room.As(who, new AssignCharacter(me, SmallPack.Pack.Scenario.Characters[a % 3].Id)),
            14 => room.As(who, new ProposeAction(new($"own-{room.Facts.Count}"), table, "carte " + a, 1, Theme.Data, CrisisTime.During)),
            _ => room.Facilitate(new PauseClock()),
        };
    }
}
