using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops.Views;

/// <summary>Something said to the whole room by an inject.</summary>
/// <param name="As">Who seems to speak.</param>
/// <param name="Channel">The channel it came by, or null for a card handed over.</param>
/// <param name="Body">What is said.</param>
public sealed record Announcement(string As, ChannelId? Channel, string Body);

/// <summary>
/// What hangs on the wall for everybody, and nothing else: no secret, no verdict of the model before it is shown, no judgement, no draft of
/// a table among several, no message but those to the whole room, no event that is still to come. Pages draw the wall from this and from
/// the pack's cards that it names. Pure: see <see cref="Of"/>.
/// </summary>
public sealed record ScreenView
{
    /// <summary>Its join code.</summary>
    public required WorkshopId Workshop { get; init; }
    /// <summary>Its title.</summary>
    public required Text Title { get; init; }
    /// <summary>Where it is held, or empty.</summary>
    public required string Place { get; init; }
    /// <summary>Whether simulated participants play it.</summary>
    public required bool Demonstration { get; init; }
    /// <summary>Whether it is closed.</summary>
    public required bool Closed { get; init; }
    /// <summary>How many are present.</summary>
    public required int Present { get; init; }
    /// <summary>The step where the room stands.</summary>
    public required Step Step { get; init; }
    /// <summary>When its time is up if nobody stops the clock; null while it is stopped, and once the workshop is closed.</summary>
    public required DateTimeOffset? Deadline { get; init; }
    /// <summary>Time left when this was looked at; negative once it is up.</summary>
    public required TimeSpan Left { get; init; }
    /// <summary>The act where the room stands, with its number from 1; null before the first.</summary>
    public required NumberedAct? Act { get; init; }
    /// <summary>The hour of the story, from the scenario's origin.</summary>
    public required TimeSpan Hour { get; init; }
    /// <summary>The timeline as told so far.</summary>
    public required StoryTimeline Timeline { get; init; }
    /// <summary>The map as told so far.</summary>
    public required StoryMap Map { get; init; }
    /// <summary>Possible actions, table by table, of acts whose verdicts are shown.</summary>
    public required ImmutableArray<TableSurvival> Possible { get; init; }
    /// <summary>The latest word to the whole room in this step, or null.</summary>
    public required Announcement? Announcement { get; init; }
    /// <summary>What the large part shows.</summary>
    public required OnScreen Main { get; init; }

    /// <summary>Looks at a workshop. Only once it is opened.</summary>
    /// <param name="state">The workshop.</param>
    /// <param name="pack">Its pack.</param>
    /// <param name="now">The instant: messages under way do not show yet.</param>
    public static ScreenView Of(Workshop state, Pack pack, DateTimeOffset now)
    {
        var clock = state.ClockAt(now);
        var running = state.PausedAt is null && state.ClosedAt is null;
        var word = state.Messages.LastOrDefault(m =>
            m.From is null && m.To is ToRoom && m.Delivery is Delivery.Delivered && m.VisibleFrom <= now && m.SentAt >= state.StepStartedAt);
        return new()
        {
            Workshop = state.Id,
            Title = state.Title.Length > 0 ? Text.Same(state.Title) : state.Script!.Title,
            Place = state.Place,
            Demonstration = state.Demonstration,
            Closed = state.ClosedAt is not null,
            Present = state.Present.Count(),
            Step = state.Step,
            Deadline = running ? state.StepStartedAt + clock.Planned : null,
            Left = clock.Left,
            Act = state.Act is { } act ? new NumberedAct(act.Id, RunSheet.NumberOf(state.Script!, act.Id)) : null,
            Hour = StoryMap.HourOf(state, pack),
            Timeline = StoryTimeline.Of(state, pack),
            Map = StoryMap.Of(state, pack),
            Possible = [.. state.Tables.Select(t => new TableSurvival(t, Survival.Of(state, t.Id, shownOnly: true))).Where(t => !t.Acts.IsEmpty)],
            Announcement = word is null ? null : new(word.As, word.Channel, word.Body),
            Main = new Projecting(state, pack).Main(),
        };
    }
}
