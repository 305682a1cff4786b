namespace TousRisques.Domain.Expeditions.Notebooks;

public sealed partial record Notebook
{
    private Decision<ExpeditionEvent> Add(AddFigure c)
    {
        if (!IsName(c.Figure.Value)) return new Unknown("figure", Short(c.Figure.Value));
        if (Figures.ContainsKey(c.Figure)) return new AlreadyThere();
        if (Figures.Count >= NotebookLimits.Figures) return new TooMany("figure", NotebookLimits.Figures);
        if (FigureRefusal(c.Alt, c.Credit, out var alt, out var credit) is { } no) return no;
        var image = c.Image;
        if (image.Digest is not { Length: 64 } || !image.Digest.All(char.IsAsciiHexDigitLower) || !Enum.IsDefined(image.Kind)) return new Unknown("image", Short(image.Digest));
        if (image.Width is < 1 or > NotebookLimits.FigureSide || image.Height is < 1 or > NotebookLimits.FigureSide) return new OutOfRange("figure-side", 1, NotebookLimits.FigureSide);
        return image.Bytes is < 1 or > NotebookLimits.FigureBytes ? new OutOfRange("figure-bytes", 1, NotebookLimits.FigureBytes) : new FigureAdded(c.Figure, image, alt, credit);
    }

    private Decision<ExpeditionEvent> Describe(DescribeFigure c)
    {
        if (!Figures.TryGetValue(c.Figure, out var figure) || figure.Removed) return new Unknown("figure", Short(c.Figure.Value));
        if (FigureRefusal(c.Alt, c.Credit, out var alt, out var credit) is { } no) return no;
        return alt == figure.Alt && credit == figure.Credit ? Decision<ExpeditionEvent>.Nothing : new FigureDescribed(c.Figure, alt, credit);
    }

    private static Refusal? FigureRefusal(string rawAlt, string rawCredit, out string alt, out string credit)
    {
        credit = "";
        return Clean.Line(rawAlt, "alt", ExpeditionLimits.Line, out alt) ?? Clean.Line(rawCredit, "credit", ExpeditionLimits.Line, out credit);
    }

    /// <summary>Whether a text can be a name drawn by the edge.</summary>
    private static bool IsName(string? name) => name is { Length: > 0 and <= ExpeditionLimits.Id } && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
