using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops.Views;

internal sealed partial record Looking
{
    public ImmutableArray<LeadView> Leads() =>
    [
        .. Workshop.Leads.Select(l => new LeadView(
            l.Id, l.Title, l.Words, l.Theme, l.Time, Called(l.Author), l.Author == Me.Id, l.Supporters.Count, l.Supporters.Contains(Me.Id.Value))),
    ];

    public ImmutableArray<MessageView> Messages() => [.. Workshop.Messages.Select(Show).OfType<MessageView>().OrderBy(m => m.At)];

    public DateTimeOffset? NextArrival() =>
        Workshop.Messages.Where(m => ForMe(m) && m.VisibleFrom > Now).Select(m => (DateTimeOffset?)m.VisibleFrom).Min();

    public ImmutableArray<ChannelView> Channels() =>
    [
        .. from c in Pack.Scenario.Channels
           where Script.Channels.Any(s => s.Id == c.Id)
           select new ChannelView(c.Id, c.Name, c.Medium, c.Delay),
    ];

    private MessageView? Show(Message m)
    {
        var from = m.From is { } sender ? Called(sender) : Text.Same(m.As);
        var channel = m.Channel is { } id ? Pack.Scenario.Channels.FirstOrDefault(c => c.Id == id) : null;
        if (m.From == Me.Id)
        {
            // As in life: a medium that does not tell leaves the sender believing.
            var fate = m.Delivery == Delivery.FailedTold ? Fate.Failed : Fate.Sent;
            return new(m.Id, from, channel?.Medium, channel?.Name, m.To, m.Body, fate, m.SentAt);
        }
        return ForMe(m) && m.VisibleFrom <= Now
            ? new(m.Id, from, channel?.Medium, channel?.Name, m.To, m.Body, Fate.Received, m.VisibleFrom)
            : null;
    }

    /// <summary>Whether a message gets through to this participant, now or later.</summary>
    private bool ForMe(Message m) => m.Delivery == Delivery.Delivered && m.From != Me.Id && m.To switch
    {
        ToRoom => true,
        ToTable to => to.Table == Me.Table,
        ToParticipant to => to.Participant == Me.Id,
        _ => false,
    };
}
