using CsCheck;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Agendas;
using TousRisques.Domain.Words;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Domain.Tests.Expeditions;

public class AgendaTests
{
    private static readonly PlannedWorkshopId Flood = new("crue");
    private static readonly DateTimeOffset Start = Camp.Noon.AddDays(10);

    private static Announcement Announced(int places = 2) => new(
        "Crue et cyberattaque", Scale.Territorial, "seine-maritime", "Salle des fêtes", Online: false, Start, "Europe/Paris", TimeSpan.FromMinutes(150), places,
        SignUpsOpen: true, SignUpsUntil: null, "", "", Language.French, LinkOnCard: false);

    [Fact]
    public void Places_go_in_order_to_those_who_signed_up_like_on_a_sheet_of_paper() => Gen.Select(
        Gen.Int[1, 4], Gen.Select(Gen.Int[0, 3], Gen.Int[0, 9]).Array[0, 40]).Sample((places, asked) =>
        {
            var camp = Open(places);
            var (placed, waiting, gone) = (new List<int>(), new List<int>(), new HashSet<int>());
            foreach (var (what, n) in asked)
            {
                switch (what)
                {
                    case 0:
                        camp.Ask(Camp.Visitor, new SignUpFor(Flood, Id(n), null));
                        if (placed.Contains(n) || waiting.Contains(n) || gone.Contains(n)) break;
                        (placed.Count < places && waiting.Count == 0 ? placed : waiting).Add(n);
                        break;
                    case 1:
                        camp.Ask(Camp.Visitor, new CancelSignUp(Id(n)));
                        if (placed.Remove(n) | waiting.Remove(n)) gone.Add(n);
                        break;
                    case 2:
                        camp.Ask(Camp.Visitor, new EraseSignUp(Id(n)));
                        if (placed.Remove(n) | waiting.Remove(n)) gone.Add(n);
                        break;
                    default:
                        var refused = camp.Ask(Camp.Member, new ReviseAnnouncement(Flood, Announced(n + 1))).Refusal;
                        Assert.Equal(n + 1 < placed.Count ? new TooFewPlaces(placed.Count) : null, refused);
                        if (refused is null) places = n + 1;
                        break;
                }
                while (placed.Count < places && waiting.Count > 0)
                {
                    placed.Add(waiting[0]);
                    waiting.RemoveAt(0);
                }
                var workshop = camp.State.Agenda.Find(Flood)!;
                Assert.True(workshop.Taken <= workshop.Announcement.Places);
                Assert.Equal(placed.Order(), In(workshop, SignUpState.Placed).Order());
                Assert.Equal(waiting, In(workshop, SignUpState.Waiting));
                Assert.Equal(waiting.Select((_, i) => i + 1), waiting.Select(w => workshop.RankOf(Id(w))));
            }
            Assert.Equal(Canonical.Dump(camp.State), Canonical.Dump(camp.Replayed));
        });

    [Fact]
    public void The_first_who_waits_gets_the_place_that_somebody_leaves()
    {
        var camp = Open(1);
        camp.Ask(Camp.Visitor, new SignUpFor(Flood, Id(1), StakeholderFamily.Residents));
        camp.Ask(Camp.Visitor, new SignUpFor(Flood, Id(2), null));
        Assert.Equal([new SignUpCancelled(Flood, Id(1)), new PlaceGiven(Flood, Id(2))], camp.Ask(Camp.Visitor, new CancelSignUp(Id(1))).Events);
        Assert.Empty(camp.Ask(Camp.Visitor, new CancelSignUp(Id(1))).Events);
    }

    [Fact]
    public void Nobody_is_given_a_place_in_a_workshop_that_has_begun()
    {
        var camp = Open(1);
        camp.Ask(Camp.Visitor, new SignUpFor(Flood, Id(1), null));
        camp.Ask(Camp.Visitor, new SignUpFor(Flood, Id(2), null));
        Assert.Equal([new SignUpCancelled(Flood, Id(1))], camp.Ask(Camp.Visitor, new CancelSignUp(Id(1)), at: Start).Events);
    }

    [Fact]
    public void Who_is_erased_keeps_a_number_and_leaves_their_place()
    {
        var camp = Open(1);
        camp.Ask(Camp.Visitor, new SignUpFor(Flood, Id(1), StakeholderFamily.Media));
        camp.Ask(Camp.Visitor, new EraseSignUp(Id(1)));
        Assert.Equal(new SignUp(Id(1), StakeholderFamily.Media, camp.State.Agenda.Find(Flood)!.SignUps[0].At, SignUpState.Cancelled, Erased: true), camp.State.Agenda.Find(Id(1))!.Find(Id(1)));
        Assert.Empty(camp.Ask(Camp.Visitor, new EraseSignUp(Id(1))).Events);
    }

    [Fact]
    public void Who_was_there_stays_counted_after_being_erased()
    {
        var camp = Open(1);
        camp.Ask(Camp.Visitor, new SignUpFor(Flood, Id(1), null));
        camp.Ask(Camp.Member, new TakeAttendance(Flood, [Id(1)], 3), at: Start);
        camp.Ask(Camp.Visitor, new EraseSignUp(Id(1)), at: Start.AddDays(1));
        var workshop = camp.State.Agenda.Find(Flood)!;
        Assert.Equal((PlannedState.Held, 3, true, SignUpState.Placed), (workshop.State, workshop.Others, workshop.SignUps[0].Present, workshop.SignUps[0].State));
    }

    [Fact]
    public void One_signs_up_while_one_can()
    {
        var camp = Open(1);
        Assert.IsType<SignUpsAreClosed>(camp.Ask(Camp.Visitor, new SignUpFor(Flood, Id(1), null), at: Start).Refusal);
        camp.Ask(Camp.Member, new ReviseAnnouncement(Flood, Announced() with { SignUpsUntil = Start.AddDays(-1) }));
        Assert.IsType<SignUpsAreClosed>(camp.Ask(Camp.Visitor, new SignUpFor(Flood, Id(1), null), at: Start.AddDays(-1)).Refusal);
        Assert.Null(camp.Ask(Camp.Visitor, new SignUpFor(Flood, Id(1), null), at: Start.AddDays(-1).AddTicks(-1)).Refusal);
        camp.Ask(Camp.Member, new ReviseAnnouncement(Flood, Announced() with { SignUpsOpen = false }));
        Assert.IsType<SignUpsAreClosed>(camp.Ask(Camp.Visitor, new SignUpFor(Flood, Id(2), null)).Refusal);
        camp.Ask(Camp.Member, new CancelPlannedWorkshop(Flood, "Crue, la vraie"));
        Assert.IsType<WorkshopIsOff>(camp.Ask(Camp.Visitor, new SignUpFor(Flood, Id(3), null)).Refusal);
    }

    [Fact]
    public void A_reminder_is_sent_once_for_each_hour_of_beginning()
    {
        var camp = Open(1);
        Assert.Empty(camp.Ask(Camp.House, new NoteReminder(Flood, ReminderKind.DayBefore), at: Start.AddHours(-25)).Events);
        Assert.Single(camp.Ask(Camp.House, new NoteReminder(Flood, ReminderKind.DayBefore), at: Start.AddHours(-24)).Events);
        Assert.Empty(camp.Ask(Camp.House, new NoteReminder(Flood, ReminderKind.DayBefore), at: Start.AddHours(-23)).Events);
        camp.Ask(Camp.Member, new ReviseAnnouncement(Flood, Announced() with { Start = Start.AddDays(3) }));
        Assert.Single(camp.Ask(Camp.House, new NoteReminder(Flood, ReminderKind.DayBefore), at: Start.AddDays(2)).Events);
        Assert.Single(camp.Ask(Camp.House, new NoteReminder(Flood, ReminderKind.HourBefore), at: Start.AddDays(3).AddMinutes(-60)).Events);
        Assert.Empty(camp.Ask(Camp.House, new NoteReminder(Flood, ReminderKind.HourBefore), at: Start.AddDays(3)).Events);
        Assert.Equal(new StandingNeeded(Standing.House), camp.Ask(Camp.Lead, new NoteReminder(Flood, ReminderKind.HourBefore)).Refusal);
    }

    [Fact]
    public void The_door_opens_a_quarter_of_an_hour_before()
    {
        var workshop = Open(1).State.Agenda.Find(Flood)!;
        Assert.False(workshop.IsJoinable(Start.AddMinutes(-15).AddTicks(-1)));
        Assert.True(workshop.IsJoinable(Start.AddMinutes(-15)));
        Assert.True(workshop.IsJoinable(workshop.Announcement.End.AddHours(1)));
        Assert.False(workshop.IsJoinable(workshop.Announcement.End.AddHours(2)));
        Assert.False((workshop with { State = PlannedState.Cancelled }).IsJoinable(Start));
    }

    [Fact]
    public void Attendance_is_taken_when_the_doors_open_and_names_only_those_who_signed_up()
    {
        var camp = Open(1);
        Assert.IsType<NotBegun>(camp.Ask(Camp.Member, new TakeAttendance(Flood, [], 0), at: Start.AddHours(-1)).Refusal);
        Assert.IsType<Unknown>(camp.Ask(Camp.Member, new TakeAttendance(Flood, [Id(9)], 0), at: Start).Refusal);
        Assert.Single(camp.Ask(Camp.Member, new TakeAttendance(Flood, [], 0), at: Start).Events);
        Assert.Empty(camp.Ask(Camp.Member, new TakeAttendance(Flood, [], 0), at: Start).Events);
        Assert.IsType<WorkshopIsHeld>(camp.Ask(Camp.Member, new CancelPlannedWorkshop(Flood, ""), at: Start).Refusal);
    }

    [Theory]
    [InlineData("title", "")]
    [InlineData("place", "")]
    [InlineData("places", "0")]
    [InlineData("places", "501")]
    [InlineData("minutes", "14")]
    [InlineData("year", "1999")]
    [InlineData("zone", "")]
    public void An_announcement_that_does_not_stand_is_refused(string field, string value)
    {
        var bad = field switch
        {
            "title" => Announced() with { Title = value },
            "place" => Announced() with { Place = value },
            "places" => Announced(int.Parse(value)),
            "minutes" => Announced() with { Duration = TimeSpan.FromMinutes(int.Parse(value)) },
            "year" => Announced() with { Start = new(int.Parse(value), 1, 1, 0, 0, 0, TimeSpan.Zero) },
            _ => Announced() with { Zone = value },
        };
        var refusal = new Camp().Ask(Camp.Member, new AnnounceWorkshop(Flood, bad)).Refusal;
        Assert.Equal(field, refusal switch { TextMissing r => r.Field, OutOfRange r => r.Field, _ => null });
    }

    [Fact]
    public void Only_people_of_the_expedition_announce_and_only_visitors_names_are_not_asked_for()
    {
        var camp = Open(1);
        foreach (ExpeditionCommand command in new ExpeditionCommand[]
        {
            new AnnounceWorkshop(new("autre"), Announced()), new ReviseAnnouncement(Flood, Announced()), new CancelPlannedWorkshop(Flood, ""), new BindWorkshop(Flood, new("BCDFGH")),
            new TakeAttendance(Flood, [], 0), new SendCircular(Flood, new("n"), "Venez tôt"),
        })
        {
            Assert.Equal(new StandingNeeded(Standing.Member), camp.Ask(Camp.Visitor, command).Refusal);
            Assert.Equal(new StandingNeeded(Standing.Member), camp.Ask(Camp.Stranger, command).Refusal);
        }
    }

    [Fact]
    public void The_next_workshops_come_in_the_order_of_their_hours()
    {
        var camp = Open(1);
        camp.Ask(Camp.Member, new AnnounceWorkshop(new("tard"), Announced() with { Start = Start.AddDays(2) }));
        camp.Ask(Camp.Member, new AnnounceWorkshop(new("tot"), Announced() with { Start = Start.AddDays(-2) }));
        camp.Ask(Camp.Member, new AnnounceWorkshop(new("non"), Announced()));
        camp.Ask(Camp.Member, new CancelPlannedWorkshop(new("non"), ""));
        Assert.Equal(["tot", "crue", "tard"], camp.State.Agenda.Next(Camp.Noon).Select(w => w.Id.Value));
        Assert.Equal(["crue", "tard"], camp.State.Agenda.Next(Start.AddMinutes(149)).Select(w => w.Id.Value));
        Assert.Equal(["tard"], camp.State.Agenda.Next(Start.AddMinutes(150)).Select(w => w.Id.Value));
    }

    private static Camp Open(int places)
    {
        var camp = new Camp();
        Assert.Null(camp.Ask(Camp.Member, new AnnounceWorkshop(Flood, Announced(places))).Refusal);
        return camp;
    }

    private static SignUpId Id(int n) => new($"s{n}");

    private static IEnumerable<int> In(PlannedWorkshop workshop, SignUpState state) => workshop.SignUps.Where(s => s.State == state).Select(s => int.Parse(s.Id.Value[1..]));
}
