using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Words;

namespace TousRisques.Web.Contacts;

/// <summary>A person known to this installation; drawn at random, and all that facts ever say of them.</summary>
public readonly record struct ContactId(string Value) : IId<ContactId>
{
    /// <inheritdoc/>
    public static ContactId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Why somebody is known. Stored by name: only ever added to.</summary>
public enum ContactKind
{
    /// <summary>Signed up for a workshop to come; the id is that of the sign-up.</summary>
    SignUp,
    /// <summary>Declared an innovative device.</summary>
    Declarer,
    /// <summary>Wrote to the expedition, or asked to join it.</summary>
    Message,
    /// <summary>Reacted to the notebook.</summary>
    Reaction,
    /// <summary>Was interviewed.</summary>
    Interview,
    /// <summary>Was met.</summary>
    Meeting,
}

/// <summary>What is known of a person, apart from every journal, to be erased when they ask.</summary>
/// <param name="Id">The id that facts use.</param>
/// <param name="Kind">Why they are known.</param>
/// <param name="Expedition">Where.</param>
/// <param name="Name">Their name, or empty.</param>
/// <param name="Mail">Their e-mail address as they wrote it, or empty.</param>
/// <param name="Phone">Their telephone number as they wrote it, or empty.</param>
/// <param name="Note">What else they said of themselves, such as access that they need; or empty.</param>
/// <param name="Language">The language that they are written to in.</param>
/// <param name="MadeAt">When it was written down, UTC.</param>
public sealed record Contact(
    ContactId Id, ContactKind Kind, ExpeditionId Expedition, string Name, string Mail, string Phone, string Note, Language Language, DateTimeOffset MadeAt)
{
    /// <summary>Nothing of the person: a contact stands in logs by its id alone.</summary>
    public override string ToString() => $"contact {Id}";
}
