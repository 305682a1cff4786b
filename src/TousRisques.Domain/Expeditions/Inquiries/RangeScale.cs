using System.Globalization;

namespace TousRisques.Domain.Expeditions.Inquiries;

/// <summary>The scale of a question of type range.</summary>
/// <param name="Start">Its first end.</param>
/// <param name="End">Its other end; may lie below the first.</param>
/// <param name="Step">Between two neighbours; above zero.</param>
public sealed record RangeScale(decimal Start, decimal End, decimal Step)
{
    /// <summary>What forms have when they say nothing: 1 to 10 by 1.</summary>
    public static readonly RangeScale Usual = new(1, 10, 1);

    /// <summary>Most steps of a scale that is offered as buttons or a list.</summary>
    public const int MostSteps = 1_000;

    /// <summary>The scale that parameters such as <c>start=1 end=5 step=1</c> give; null when they make none.</summary>
    public static RangeScale? Of(string parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var scale = Usual;
        foreach (var part in parameters.Replace(" =", "=", StringComparison.Ordinal).Replace("= ", "=", StringComparison.Ordinal).Split([' ', ';', ',', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=') is not [var key, var text]) continue;
            if (key is not ("start" or "end" or "step")) continue;
            if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) > 1_000_000_000) return null;
            scale = key switch { "start" => scale with { Start = number }, "end" => scale with { End = number }, _ => scale with { Step = number } };
        }
        if (scale.Step <= 0 || scale.Start == scale.End || Math.Abs(scale.End - scale.Start) / scale.Step > MostSteps) return null;
        return Math.Abs(scale.End - scale.Start) % scale.Step == 0 ? scale : null;
    }

    /// <summary>Whether a number is a point of the scale.</summary>
    public bool Has(decimal number) =>
        number >= Math.Min(Start, End) && number <= Math.Max(Start, End) && Math.Abs(number - Start) % Step == 0;

    /// <summary>Its points, from the first end to the other.</summary>
    public IEnumerable<decimal> Points
    {
        get
        {
            var direction = End > Start ? Step : -Step;
            var steps = (int)(Math.Abs(End - Start) / Step);
            for (var i = 0; i <= steps; i++) yield return Start + i * direction;
        }
    }

    /// <summary>A number as answers have it: with a point, without zeros that say nothing.</summary>
    public static string Text(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => $"start={Text(Start)} end={Text(End)} step={Text(Step)}";
}
