namespace TousRisques.Web.Pages.Screen;

/// <summary>
/// How much of a list a wall has room for. Nobody scrolls a wall, and a sentence cut short tells nothing: what does not fit whole is left to
/// a count of what remains. Lengths are counted in letters and heights in rem: a wall grows its letters with itself, so that both hold at
/// any size (screen.css).
/// </summary>
internal static class Fitting
{
    /// <summary>Lines that a text takes.</summary>
    /// <param name="text">The text; null or empty takes none.</param>
    /// <param name="letters">Letters in a line.</param>
    public static int Lines(string? text, int letters) => text is { Length: > 0 } ? (text.Length + letters - 1) / letters : 0;

    /// <summary>The first of some things, as many as fit whole; at least one when there is any.</summary>
    /// <param name="things">Things in the order of their weight.</param>
    /// <param name="height">Height of each.</param>
    /// <param name="room">Height of the room, in the same unit.</param>
    public static List<T> Take<T>(IEnumerable<T> things, Func<T, double> height, double room)
    {
        var taken = new List<T>();
        foreach (var thing in things)
        {
            room -= height(thing);
            if (room < 0 && taken.Count > 0) break;
            taken.Add(thing);
        }
        return taken;
    }
}
