namespace TousRisques.Web.Charts;

/// <summary>A rectangle on a sheet, in the sheet's units; y grows downwards.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Its width.</summary>
    public double Width => Right - Left;
    /// <summary>Its height.</summary>
    public double Height => Bottom - Top;

    /// <summary>A rectangle around a point.</summary>
    public static Box Around(double x, double y, double left, double top, double right, double bottom) => new(x - left, y - top, x + right, y + bottom);

    /// <summary>The same, moved.</summary>
    public Box Moved(double dx, double dy) => new(Left + dx, Top + dy, Right + dx, Bottom + dy);

    /// <summary>Whether the insides of two have a point in common.</summary>
    public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    /// <summary>Whether another lies within.</summary>
    public bool Holds(Box other) => other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;

    /// <summary>The area that two have in common.</summary>
    public double Shared(Box other) =>
        Math.Max(0, Math.Min(Right, other.Right) - Math.Max(Left, other.Left)) * Math.Max(0, Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top));

    /// <summary>Moved as little as it takes to lie within a sheet; what is larger than the sheet keeps to its top left.</summary>
    public Box Within(Box sheet) => Moved(
        Left < sheet.Left || Width > sheet.Width ? sheet.Left - Left : Right > sheet.Right ? sheet.Right - Right : 0,
        Top < sheet.Top || Height > sheet.Height ? sheet.Top - Top : Bottom > sheet.Bottom ? sheet.Bottom - Bottom : 0);
}

/// <summary>Where a text stands.</summary>
/// <param name="X">The end that <paramref name="Anchor"/> names.</param>
/// <param name="Y">Its base line.</param>
/// <param name="Anchor">Which end.</param>
/// <param name="Box">The room that it takes.</param>
internal readonly record struct PlacedText(double X, double Y, Anchor Anchor, Box Box);

/// <summary>Finds room for marks and names on a crowded sheet. Pure: the same sheet always comes out the same.</summary>
internal static class Placing
{
    /// <summary>
    /// Moves boxes apart until none covers another and all lie within the sheet, or until it is plain that there is no room for that;
    /// they stay within the sheet in any case. Each is drawn back to where it belongs while the crowd settles, so that none strays further
    /// than it must; those that coincide part in their order.
    /// </summary>
    public static Box[] Apart(IReadOnlyList<Box> boxes, Box sheet, double gap = 2)
    {
        var at = boxes.Select(b => b.Within(sheet)).ToArray();
        const int Rounds = 400, Settling = 250;
        var home = (Box[])at.Clone();
        for (var round = 0; round < Rounds; round++)
        {
            var moved = round < Settling;
            for (var i = 0; i < at.Length && round < Settling; i++)
                at[i] = at[i].Moved((home[i].Left - at[i].Left) * 0.06, (home[i].Top - at[i].Top) * 0.06);
            for (var i = 0; i < at.Length; i++)
            {
                for (var j = i + 1; j < at.Length; j++)
                {
                    var dx = Math.Min(at[i].Right, at[j].Right) - Math.Max(at[i].Left, at[j].Left) + gap;
                    var dy = Math.Min(at[i].Bottom, at[j].Bottom) - Math.Max(at[i].Top, at[j].Top) + gap;
                    if (dx <= 0.01 || dy <= 0.01) continue;
                    moved = true;
                    // The shorter way out, a little more than needed so that crowds settle; against an edge, the other way round.
                    var sideways = dx < dy != (round % 40 > 30);
                    var (x, y) = sideways
                        ? (Math.Sign(Middle(at[j]).X - Middle(at[i]).X) is var s and not 0 ? s * (dx / 2 + 0.1) : dx / 2 + 0.1, 0.0)
                        : (0.0, Math.Sign(Middle(at[j]).Y - Middle(at[i]).Y) is var t and not 0 ? t * (dy / 2 + 0.1) : dy / 2 + 0.1);
                    at[i] = at[i].Moved(-x, -y).Within(sheet);
                    at[j] = at[j].Moved(x, y).Within(sheet);
                }
            }
            if (!moved) break;
        }
        return at;
    }

    /// <summary>Finds room for a name beside what it names: never over an edge, never over what is taken.</summary>
    /// <param name="named">What it names; it may touch that, not cover it.</param>
    /// <param name="length">Length of the name.</param>
    /// <param name="height">Height of its letters.</param>
    /// <param name="taken">What it may not cover.</param>
    /// <param name="sheet">What it must lie within.</param>
    /// <param name="must">Whether it is shown even where there is no free room: then where it covers the least.</param>
    /// <returns>Its place, or null when there is none.</returns>
    public static PlacedText? Name(Box named, double length, double height, IReadOnlyList<Box> taken, Box sheet, bool must)
    {
        (PlacedText Text, double Covered)? least = null;
        foreach (var candidate in Candidates(named, length, height))
        {
            var box = candidate.Box.Within(sheet);
            // Pushed in from an edge, a name may come to lie on what it names.
            var covered = taken.Sum(box.Shared) + 4 * box.Shared(named) + Math.Abs(box.Left - candidate.Box.Left) + Math.Abs(box.Top - candidate.Box.Top);
            var text = candidate with { X = candidate.X + box.Left - candidate.Box.Left, Y = candidate.Y + box.Top - candidate.Box.Top, Box = box };
            if (!sheet.Holds(box)) continue; // longer than the sheet is wide
            if (covered <= 0) return text;
            if (least is null || covered < least.Value.Covered) least = (text, covered);
        }
        var free = least is { } best && !taken.Any(best.Text.Box.Meets) && !named.Meets(best.Text.Box);
        return free || must ? least?.Text : null;
    }

    // Right, left, above, below, then aslant: the order in which maps have always been lettered.
    private static IEnumerable<PlacedText> Candidates(Box b, double length, double height)
    {
        var (x, y) = Middle(b);
        var drop = height * 0.78; // from the top of the letters to their base line
        foreach (var far in new[] { 3.0, 11.0 })
        {
            yield return At(b.Right + far, y - height / 2, Anchor.Start);
            yield return At(b.Left - far, y - height / 2, Anchor.End);
            yield return At(x, b.Top - far - height, Anchor.Middle);
            yield return At(x, b.Bottom + far, Anchor.Middle);
            yield return At(b.Right + far, b.Top - height * 0.6, Anchor.Start);
            yield return At(b.Right + far, b.Bottom - height * 0.4, Anchor.Start);
            yield return At(b.Left - far, b.Top - height * 0.6, Anchor.End);
            yield return At(b.Left - far, b.Bottom - height * 0.4, Anchor.End);
        }

        PlacedText At(double end, double top, Anchor anchor)
        {
            var left = anchor switch { Anchor.Middle => end - length / 2, Anchor.End => end - length, _ => end };
            return new(end, top + drop, anchor, new(left, top, left + length, top + height));
        }
    }

    private static (double X, double Y) Middle(Box b) => ((b.Left + b.Right) / 2, (b.Top + b.Bottom) / 2);
}

/// <summary>How long a text is before any browser has drawn it: on the safe side of the common screen fonts, so that what has room does have it.</summary>
internal static class Lettering
{
    /// <summary>Length of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">Size of its letters, in the units of the sheet.</param>
    /// <param name="bold">Whether they are bold.</param>
    public static double Length(string text, double size, bool bold = false)
    {
        var ems = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            ems += rune.Value switch
            {
                'i' or 'j' or 'l' or 'I' or '\'' or '’' or '.' or ',' or ':' or ';' or '!' or '|' or '·' => 0.36,
                'f' or 't' or 'r' or ' ' or '-' or '(' or ')' => 0.44,
                'm' or 'w' or 'M' or 'W' or 'œ' or 'Œ' or '…' or '→' => 1.0,
                >= 'A' and <= 'Z' => 0.76,
                > 0x2000 => 1.2,
                _ => 0.65,
            };
        }
        return ems * size * (bold ? 1.12 : 1);
    }
}
