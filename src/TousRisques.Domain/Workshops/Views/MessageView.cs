using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops.Views;

/// <summary>What a sender knows of a message, as in life.</summary>
public enum Fate
{
    /// <summary>It came to me.</summary>
    Received,
    /// <summary>I sent it, and no more is known: it may have got through or not.</summary>
    Sent,
    /// <summary>I sent it, and the medium told me that it did not get through.</summary>
    Failed,
}

/// <summary>A message as one participant knows it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="From">Who speaks: a character, a name, or whom an inject speaks as.</param>
/// <param name="Medium">The medium, or null for a card handed over.</param>
/// <param name="Channel">The channel's name, or null for a card handed over.</param>
/// <param name="To">Whom it is for.</param>
/// <param name="Body">What it says.</param>
/// <param name="Fate">What is known of it.</param>
/// <param name="At">When it came, or when it was sent.</param>
public sealed record MessageView(MessageId Id, Text From, Medium? Medium, Text? Channel, Audience To, string Body, Fate Fate, DateTimeOffset At);

/// <summary>A channel to send by. Whether it works is not said: one finds out, as in life.</summary>
public sealed record ChannelView(ChannelId Id, Text Name, Medium Medium, TimeSpan Delay);
