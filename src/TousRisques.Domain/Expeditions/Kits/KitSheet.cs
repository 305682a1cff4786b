using System.Collections.Immutable;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Expeditions.Recommendations;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Kits;

/// <summary>A sheet of a kit; drawn at random by the edge.</summary>
public readonly record struct KitSheetId(string Value) : IId<KitSheetId>
{
    /// <inheritdoc/>
    public static KitSheetId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>What the cover of a kit says.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Territory">The territory that it is for; may be empty.</param>
/// <param name="For">Whom it is for: functions, families, everybody; may be empty.</param>
/// <param name="Words">A few words to begin with, in Markdown; may be empty.</param>
/// <param name="Licence">How the kit may be copied and changed, and who is named; may be empty.</param>
public sealed record KitCover(string Title, string Territory, string For, string Words, string Licence);

/// <summary>A sheet of a kit: what people hold in their hands before, during or after.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Time">At which time of the crisis it serves.</param>
/// <param name="Brief">The same in a line, for the poster and the card that goes in a wallet; may be empty.</param>
/// <param name="Content">What it holds.</param>
/// <param name="Evidence">What says so.</param>
/// <param name="Estimate">Whether it is marked as an estimate: a sheet without evidence is.</param>
public sealed record KitSheet(string Title, CrisisTime Time, string Brief, KitContent Content, ImmutableArray<Evidence> Evidence, bool Estimate)
{
    /// <inheritdoc/>
    public bool Equals(KitSheet? other) => other is not null && (Title, Time, Brief, Content, Estimate) == (other.Title, other.Time, other.Brief, other.Content, other.Estimate)
        && Evidence.SequenceEqual(other.Evidence);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Title, Time, Brief, Estimate, Evidence.Length);
}

/// <summary>What a sheet holds, by its kind. Closed.</summary>
public abstract record KitContent
{
    private protected KitContent() { }
}

/// <summary>A text.</summary>
/// <param name="Words">In Markdown.</param>
public sealed record TextContent(string Words) : KitContent;

/// <summary>A list of actions to tick.</summary>
public sealed record ActionsContent(ImmutableArray<KitAction> Actions) : KitContent
{
    /// <inheritdoc/>
    public bool Equals(ActionsContent? other) => other is not null && Actions.SequenceEqual(other.Actions);

    /// <inheritdoc/>
    public override int GetHashCode() => Actions.Length;
}

/// <summary>Something to do.</summary>
/// <param name="Words">What.</param>
/// <param name="By">Who does it, a function or an organisation; may be empty.</param>
/// <param name="Recommendation">The recommendation that it comes from, or null.</param>
/// <param name="Card">The action of a territory's pack that it comes from, as <c>pack/action</c>; or empty.</param>
public sealed record KitAction(string Words, string By, RecommendationId? Recommendation, string Card);

/// <summary>A device of the catalogue: what it does, what is left of it without power, network, people.</summary>
/// <param name="Device">The device; what the sheet says of it is what the catalogue says.</param>
/// <param name="Words">How it is used here, in Markdown; may be empty.</param>
public sealed record DeviceContent(DeviceId Device, string Words) : KitContent;

/// <summary>Whom to reach: functions and organisations, never private people.</summary>
public sealed record ContactsContent(ImmutableArray<KitContact> Contacts) : KitContent
{
    /// <inheritdoc/>
    public bool Equals(ContactsContent? other) => other is not null && Contacts.SequenceEqual(other.Contacts);

    /// <inheritdoc/>
    public override int GetHashCode() => Contacts.Length;
}

/// <summary>Somebody to reach.</summary>
/// <param name="Role">The function.</param>
/// <param name="Organisation">The organisation; may be empty.</param>
/// <param name="Reach">How to reach it: a published line of the organisation, a radio channel, a place to walk to.</param>
public sealed record KitContact(string Role, string Organisation, string Reach);

/// <summary>What to do when something is missing.</summary>
/// <param name="Missing">What is missing.</param>
/// <param name="Steps">What to do, in order.</param>
public sealed record FallbackContent(string Missing, ImmutableArray<string> Steps) : KitContent
{
    /// <inheritdoc/>
    public bool Equals(FallbackContent? other) => other is not null && Missing == other.Missing && Steps.SequenceEqual(other.Steps);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Missing, Steps.Length);
}

/// <summary>A data set: what it is, who answers for it, how to have it when nothing is connected. Texts may be empty but for what it is and how to get it offline.</summary>
/// <param name="What">What it holds.</param>
/// <param name="Producer">Who produces it.</param>
/// <param name="Format">In which format.</param>
/// <param name="Source">Where it is found.</param>
/// <param name="Licence">Under which licence, or which rules.</param>
/// <param name="Sharing">With whom it is shared, and how.</param>
/// <param name="Answers">Who answers for it: a function or an organisation.</param>
/// <param name="Offline">How to get it offline.</param>
public sealed record DataContent(string What, string Producer, string Format, string Source, string Licence, string Sharing, string Answers, string Offline) : KitContent;

/// <summary>How large a kit may grow.</summary>
public static class KitLimits
{
    /// <summary>Sheets, those withdrawn among them.</summary>
    public const int Sheets = 120;
    /// <summary>Actions, contacts or steps of a sheet.</summary>
    public const int Lines = 30;
    /// <summary>Versions published.</summary>
    public const int Versions = 200;
    /// <summary>Length of the line for the poster and the card.</summary>
    public const int Brief = 140;
    /// <summary>Length of a text of a sheet.</summary>
    public const int Words = 8_000;
}

/// <summary>A sheet must have a source, or be marked as an estimate.</summary>
public sealed record SourceOrEstimate : Refusal;
