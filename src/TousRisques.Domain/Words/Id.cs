namespace TousRisques.Domain.Words;

/// <summary>
/// A short name that people give to a thing inside a pack or a workshop, kept as a type of its own so that two kinds of name
/// cannot be mixed up. Stored and exchanged as the bare string.
/// </summary>
/// <typeparam name="TSelf">The identifier itself.</typeparam>
public interface IId<TSelf> where TSelf : struct, IId<TSelf>
{
    /// <summary>The name as written in files; never null or empty in a value that came through a reader.</summary>
    string Value { get; }

    /// <summary>Takes a name as it stands; readers check it beforehand.</summary>
    static abstract TSelf From(string value);
}

/// <summary>A thing that can work or fail in a territory.</summary>
public readonly record struct ComponentId(string Value) : IId<ComponentId>
{
    /// <inheritdoc/>
    public static ComponentId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A place of a territory, with coordinates.</summary>
public readonly record struct PlaceId(string Value) : IId<PlaceId>
{
    /// <inheritdoc/>
    public static PlaceId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A source of facts, cited by packs.</summary>
public readonly record struct SourceId(string Value) : IId<SourceId>
{
    /// <inheritdoc/>
    public static SourceId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>An act of a scenario.</summary>
public readonly record struct ActId(string Value) : IId<ActId>
{
    /// <inheritdoc/>
    public static ActId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>An event of a scenario, or of the territory's memory.</summary>
public readonly record struct EventId(string Value) : IId<EventId>
{
    /// <inheritdoc/>
    public static EventId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A constraint that an act adds.</summary>
public readonly record struct ConstraintId(string Value) : IId<ConstraintId>
{
    /// <inheritdoc/>
    public static ConstraintId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Something that may happen to a territory in a year.</summary>
public readonly record struct PerilId(string Value) : IId<PerilId>
{
    /// <inheritdoc/>
    public static PerilId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A character that a participant plays.</summary>
public readonly record struct CharacterId(string Value) : IId<CharacterId>
{
    /// <inheritdoc/>
    public static CharacterId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>An action card.</summary>
public readonly record struct ActionId(string Value) : IId<ActionId>
{
    /// <inheritdoc/>
    public static ActionId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Something a character can put first.</summary>
public readonly record struct StakeId(string Value) : IId<StakeId>
{
    /// <inheritdoc/>
    public static StakeId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>An actor of the territory on the stakeholder board.</summary>
public readonly record struct StakeholderId(string Value) : IId<StakeholderId>
{
    /// <inheritdoc/>
    public static StakeholderId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A way for messages to travel.</summary>
public readonly record struct ChannelId(string Value) : IId<ChannelId>
{
    /// <inheritdoc/>
    public static ChannelId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A step of a workshop's run sheet, such as <c>welcome</c> or <c>act-2.assessment</c>.</summary>
public readonly record struct StepId(string Value) : IId<StepId>
{
    /// <inheritdoc/>
    public static StepId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A workshop; its value is the join code, six letters without look-alikes.</summary>
public readonly record struct WorkshopId(string Value) : IId<WorkshopId>
{
    /// <inheritdoc/>
    public static WorkshopId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A group that plays together, such as <c>a</c>.</summary>
public readonly record struct TableId(string Value) : IId<TableId>
{
    /// <inheritdoc/>
    public static TableId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A person in a workshop; drawn at random by the edge.</summary>
public readonly record struct ParticipantId(string Value) : IId<ParticipantId>
{
    /// <inheritdoc/>
    public static ParticipantId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A lead for innovation, numbered by the workshop.</summary>
public readonly record struct LeadId(string Value) : IId<LeadId>
{
    /// <inheritdoc/>
    public static LeadId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A message sent in a workshop.</summary>
public readonly record struct MessageId(string Value) : IId<MessageId>
{
    /// <inheritdoc/>
    public static MessageId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A command, named by the client that made it; the same one twice has effect once.</summary>
public readonly record struct CommandId(string Value) : IId<CommandId>
{
    /// <inheritdoc/>
    public static CommandId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
