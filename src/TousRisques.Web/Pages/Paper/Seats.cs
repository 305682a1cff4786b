using System.Globalization;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;

namespace TousRisques.Web.Pages.Paper;

/// <summary>
/// Numbers of people on sheets. Seats 1 to 99 are for people on paper, whatever the order in which their sheets are typed in; everybody else
/// has a number above 100, by the order in which they joined, for the day when a telephone dies.
/// </summary>
public static class Seats
{
    /// <summary>The last seat on paper.</summary>
    public const int Last = 99;

    private const int Others = 101;
    private const string Prefix = "seat-";

    /// <summary>The participant that a seat on paper is for. Not secret: somebody on paper has no device that could speak for them.</summary>
    public static ParticipantId At(int seat) => new(Prefix + seat.ToString(CultureInfo.InvariantCulture));

    /// <summary>Who sits there, or null.</summary>
    public static Domain.Workshops.Participant? Find(Workshop state, int seat)
    {
        if (seat is > 0 and <= Last) return state.Find(At(seat));
        var index = seat - Others;
        return index >= 0 && index < state.Participants.Length && !IsPaper(state.Participants[index]) ? state.Participants[index] : null;
    }

    /// <summary>A participant's number.</summary>
    public static int Of(Workshop state, Domain.Workshops.Participant participant) =>
        IsPaper(participant) ? int.Parse(participant.Id.Value.AsSpan(Prefix.Length), CultureInfo.InvariantCulture) : Others + state.Participants.IndexOf(participant);

    /// <summary>The first seat on paper that nobody has.</summary>
    public static int NextFree(Workshop state) => Enumerable.Range(1, Last).FirstOrDefault(n => state.Find(At(n)) is null, Last);

    private static bool IsPaper(Domain.Workshops.Participant p) =>
        p.Id.Value.StartsWith(Prefix, StringComparison.Ordinal)
        && int.TryParse(p.Id.Value.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= Last && At(n) == p.Id;
}
