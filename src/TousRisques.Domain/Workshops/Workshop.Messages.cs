using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops;

// Messages travel through the modelled devices.
public sealed partial record Workshop
{
    /// <summary>
    /// Whether a channel works where someone sits, by the latest situation that the room has reached: of that table, else of the territory
    /// without plans. Before the first situation everything works.
    /// </summary>
    public bool Works(ScriptChannel channel, TableId? table)
    {
        if (channel.Component is not { } component || Act is not { } current) return true;
        for (var i = IndexOf(current.Id); i >= 0; i--)
        {
            var act = Script!.Acts[i].Id;
            if (!HasReached(act, StepKind.Situation)) continue;
            if (Situations.TryGetValue((act, table), out var here) || Situations.TryGetValue((act, null), out here))
                return here.Facts.Works(component);
        }
        return true;
    }

    /// <summary>
    /// Whether a message is in somebody's hands at an instant: one's own always is; another's once it has arrived, if one is among those it
    /// is for.
    /// </summary>
    public static bool IsInHandsOf(Message message, Participant reader, DateTimeOffset now) =>
        message.From == reader.Id
        || (message.Delivery == Delivery.Delivered && message.VisibleFrom <= now && message.To switch
        {
            ToRoom => true,
            ToTable to => to.Table == reader.Table,
            ToParticipant to => to.Participant == reader.Id,
            _ => false,
        });

    private Decision Send(SendMessage c)
    {
        if (Here(c.From) is not { } sender) return new NoSuchParticipant(c.From);
        if (MessageRefusal(c.Message, c.To) is { } no) return no;
        if (Script!.Channels.FirstOrDefault(k => k.Id == c.Channel) is not { } channel) return No("channel", c.Channel);
        if (Clean.Lines(c.Body, "body", Limits.Message, out var body) is { } badBody) return badBody;
        return new MessageSent(c.Message, sender.Id, channel.Id, c.To, body, Fate(channel, sender.Table), channel.Delay);
    }

    private Decision Inject(InjectMessage c)
    {
        if (MessageRefusal(c.Message, c.To) is { } no) return no;
        var channel = c.Channel is { } named ? Script!.Channels.FirstOrDefault(k => k.Id == named) : null;
        if (c.Channel is { } unknown && channel is null) return No("channel", unknown);
        if (Clean.Line(c.As, "as", Limits.Title, out var speaker) is { } badAs) return badAs;
        if (Clean.Lines(c.Body, "body", Limits.Message, out var body) is { } badBody) return badBody;
        return channel is not null && c.ThroughModel
            ? new MessageInjected(c.Message, speaker, c.Channel, c.To, body, Fate(channel, TableOf(c.To)), channel.Delay)
            : new MessageInjected(c.Message, speaker, c.Channel, c.To, body, Delivery.Delivered, TimeSpan.Zero);
    }

    private Delivery Fate(ScriptChannel channel, TableId? table) =>
        Works(channel, table) ? Delivery.Delivered : channel.TellsSender ? Delivery.FailedTold : Delivery.FailedSilently;

    private Refusal? MessageRefusal(MessageId id, Audience to)
    {
        if (IdRefusal(id.Value) is { } badId) return badId;
        if (Messages.Length >= Limits.Messages) return new TooMany("message", Limits.Messages);
        if (Messages.Any(m => m.Id == id)) return new AlreadyThere();
        return to switch
        {
            ToTable t when !Has(t.Table) => No("table", t.Table),
            ToParticipant p when Here(p.Participant) is null => new NoSuchParticipant(p.Participant),
            null => new Unknown("audience", ""),
            _ => null,
        };
    }

    private TableId? TableOf(Audience to) => to switch
    {
        ToTable t => t.Table,
        ToParticipant p => Find(p.Participant)?.Table,
        _ => null,
    };
}
