namespace TousRisques.Explorer;

/// <summary>A part of an expedition that grows large: how it is filled, and which of its pages are timed.</summary>
internal interface IPart
{
    /// <summary>What it is called in the table.</summary>
    string Name { get; }

    /// <summary>Pages to time: a name, and addresses under the expedition's that are visited in turn.</summary>
    IEnumerable<(string Name, string[] Paths)> Pages { get; }

    /// <summary>Fills it with so many things.</summary>
    Task FillAsync(LargeExpedition server, int count);
}

/// <summary>Every part that is measured. A new one is one line here.</summary>
internal static class Parts
{
    /// <summary>In the order in which they are filled.</summary>
    public static readonly IPart[] All =
    [
        new ManyDevices(),
        new ManyReactions(),
        new ManyArticles(),
    ];
}
