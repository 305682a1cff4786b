using System.Collections.Immutable;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Inquiries;

/// <summary>What a version of a grid asks.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Introduction">What is said before the first question; may be empty.</param>
/// <param name="Sections">Its sections, in order.</param>
/// <param name="Settings">Settings of a foreign form that nothing here understands.</param>
public sealed record GridForm(string Title, string Introduction, ImmutableArray<Section> Sections, ImmutableArray<KeptColumn> Settings)
{
    /// <summary>Every question, in order.</summary>
    public IEnumerable<Question> Questions => Sections.SelectMany(s => s.Questions);

    /// <summary>The question of a name, or null.</summary>
    public Question? Find(string name) => Questions.FirstOrDefault(q => q.Name == name);

    /// <summary>The section of a name, or null.</summary>
    public Section? SectionOf(string name) => Sections.FirstOrDefault(s => s.Head.Name == name);

    /// <summary>Whether a section or question has this name.</summary>
    public bool Has(string name) => SectionOf(name) is not null || Find(name) is not null;

    /// <summary>Sections for a family of stakeholders: those for it, and those for all.</summary>
    public IEnumerable<Section> For(StakeholderFamily family) => Sections.Where(s => s.Head.Families.IsEmpty || s.Head.Families.Contains(family));
}

/// <summary>A section of a grid: what is asked about one thing.</summary>
/// <param name="Head">What it says of itself.</param>
/// <param name="Questions">Its questions, in order.</param>
public sealed record Section(SectionHead Head, ImmutableArray<Question> Questions);

/// <summary>What a section says of itself.</summary>
/// <param name="Name">Its name in files: unique in the grid.</param>
/// <param name="Title">Its title.</param>
/// <param name="Hint">What is said at its beginning; may be empty.</param>
/// <param name="Theme">The theme that it asks about, or null: what is heard in it is coded so at first.</param>
/// <param name="Families">Which families of stakeholders it is for; empty is all.</param>
/// <param name="Relevant">When it is asked, as an XLSForm expression; empty is always.</param>
/// <param name="Kept">Other columns of a foreign form.</param>
public sealed record SectionHead(string Name, string Title, string Hint, Theme? Theme, ImmutableArray<StakeholderFamily> Families, string Relevant, ImmutableArray<KeptColumn> Kept)
{
    /// <summary>A plain section, for all.</summary>
    public static SectionHead Of(string name, string title, Theme? theme = null) => new(name, title, "", theme, [], "", []);
}
