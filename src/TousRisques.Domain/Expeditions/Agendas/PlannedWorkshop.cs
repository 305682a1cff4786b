using System.Collections.Immutable;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Agendas;

/// <summary>Whether a workshop to come is still to come.</summary>
public enum PlannedState
{
    /// <summary>To come, or going on.</summary>
    Planned,
    /// <summary>It will not take place.</summary>
    Cancelled,
    /// <summary>It took place: attendance was taken.</summary>
    Held,
}

/// <summary>What somebody's sign-up has come to.</summary>
public enum SignUpState
{
    /// <summary>Has a place.</summary>
    Placed,
    /// <summary>Waits for a place.</summary>
    Waiting,
    /// <summary>Does not come.</summary>
    Cancelled,
}

/// <summary>What the house reminds people of, by the clock.</summary>
public enum ReminderKind
{
    /// <summary>The day before.</summary>
    DayBefore,
    /// <summary>An hour before.</summary>
    HourBefore,
}

/// <summary>Somebody who signed up, without a name.</summary>
/// <param name="Id">Also the id of the person in the contacts, unless erased.</param>
/// <param name="Family">The family of stakeholders they said they belong to, or null.</param>
/// <param name="At">When they signed up.</param>
/// <param name="State">What has come of it.</param>
/// <param name="Erased">Whether their name and address were erased.</param>
/// <param name="Present">Whether they were there; null before attendance was taken.</param>
/// <param name="PlaceAt">When they were given a place after having waited; null for who never waited or still does.</param>
public sealed record SignUp(
    SignUpId Id, StakeholderFamily? Family, DateTimeOffset At, SignUpState State, bool Erased = false, bool? Present = null, DateTimeOffset? PlaceAt = null);

/// <summary>Something said to all who signed up.</summary>
public sealed record Circular(CircularId Id, string Text, DateTimeOffset At);

/// <summary>A reminder that was sent for a workshop that was to begin at that hour: at another hour, it is to be sent again.</summary>
public readonly record struct SentReminder(ReminderKind Kind, DateTimeOffset Start);

/// <summary>A workshop to come, and who signed up for it.</summary>
public sealed record PlannedWorkshop
{
    /// <summary>How long before its beginning a workshop can be joined.</summary>
    public static readonly TimeSpan DoorsOpen = TimeSpan.FromMinutes(15);

    /// <summary>How long after its end it still can: workshops run late.</summary>
    public static readonly TimeSpan DoorsClose = TimeSpan.FromHours(2);

    /// <summary>Its id.</summary>
    public required PlannedWorkshopId Id { get; init; }
    /// <summary>What it says of itself.</summary>
    public required Announcement Announcement { get; init; }
    /// <summary>When it was announced.</summary>
    public DateTimeOffset AnnouncedAt { get; init; }
    /// <summary>When its hours or its place were last changed, which those who signed up must know; null for never.</summary>
    public DateTimeOffset? MovedAt { get; init; }
    /// <summary>How often it was changed: calendars take the newest.</summary>
    public int Revision { get; init; }
    /// <summary>When it was last changed.</summary>
    public DateTimeOffset RevisedAt { get; init; }
    /// <summary>Whether it is still to come.</summary>
    public PlannedState State { get; init; }
    /// <summary>Why it was cancelled, or empty.</summary>
    public string Reason { get; init; } = "";
    /// <summary>The workshop that was opened for it, or null.</summary>
    public WorkshopId? Workshop { get; init; }
    /// <summary>In the order in which people signed up.</summary>
    public ImmutableArray<SignUp> SignUps { get; init; } = [];
    /// <summary>What was said to all, oldest first.</summary>
    public ImmutableArray<Circular> Circulars { get; init; } = [];
    /// <summary>People who came without having signed up.</summary>
    public int Others { get; init; }
    /// <summary>Reminders sent.</summary>
    public ImmutableArray<SentReminder> Reminded { get; init; } = [];

    /// <summary>Places taken.</summary>
    public int Taken => SignUps.Count(s => s.State == SignUpState.Placed);

    /// <summary>People who wait.</summary>
    public int Waiting => SignUps.Count(s => s.State == SignUpState.Waiting);

    /// <summary>Places left for who comes next: none while others wait.</summary>
    public int Left => Waiting > 0 ? 0 : Math.Max(0, Announcement.Places - Taken);

    /// <summary>Those who are to be written to: with a place or waiting.</summary>
    public IEnumerable<SignUp> Expected => SignUps.Where(s => s.State != SignUpState.Cancelled);

    /// <summary>Whether one can sign up now.</summary>
    public bool TakesSignUps(DateTimeOffset now) =>
        State == PlannedState.Planned && Announcement.SignUpsOpen && now < Announcement.Start && (Announcement.SignUpsUntil is not { } until || now < until);

    /// <summary>Whether the hour has come to show the link by which it is joined.</summary>
    public bool IsJoinable(DateTimeOffset now) =>
        State != PlannedState.Cancelled && now >= Announcement.Start - DoorsOpen && now < Announcement.End + DoorsClose;

    /// <summary>Whether it lies behind.</summary>
    public bool IsPast(DateTimeOffset now) => State == PlannedState.Held || now >= Announcement.End;

    /// <summary>Whether a reminder is to be sent now. One that comes late is still sent while it says something true and the next one is not due.</summary>
    public bool IsDue(ReminderKind kind, DateTimeOffset now)
    {
        if (State != PlannedState.Planned || Reminded.Contains(new SentReminder(kind, Announcement.Start))) return false;
        var before = Announcement.Start - now;
        return kind == ReminderKind.DayBefore ? before <= TimeSpan.FromDays(1) && before > TimeSpan.FromHours(2) : before <= TimeSpan.FromHours(1) && before > TimeSpan.Zero;
    }

    /// <summary>A sign-up, or null.</summary>
    public SignUp? Find(SignUpId id) => SignUps.FirstOrDefault(s => s.Id == id);

    /// <summary>How many wait before somebody who waits: 1 is the next.</summary>
    public int RankOf(SignUpId id) => SignUps.TakeWhile(s => s.Id != id).Count(s => s.State == SignUpState.Waiting) + 1;

    internal PlannedWorkshop With(SignUpId id, Func<SignUp, SignUp> change)
    {
        for (var i = 0; i < SignUps.Length; i++)
            if (SignUps[i].Id == id) return this with { SignUps = SignUps.SetItem(i, change(SignUps[i])) };
        return this;
    }
}
