using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;

namespace TousRisques.Domain.Workshops.Views;

/// <summary>How a channel stands, for the facilitator.</summary>
/// <param name="Channel">Which.</param>
/// <param name="DownAt">Tables where it does not work, in order; a channel works or not by what the table's plans have kept alive.</param>
/// <param name="Everywhere">Whether it works at no table.</param>
/// <param name="Why">Why it does not work at the first of them.</param>
/// <param name="Lost">Messages that did not get through it so far.</param>
public sealed record ChannelLine(
    ChannelId Channel, ImmutableArray<TableId> DownAt, bool Everywhere, ImmutableArray<Explanation> Why, int Lost)
{
    /// <summary>Every channel of the workshop. Only once opened.</summary>
    public static ImmutableArray<ChannelLine> Of(Workshop state) =>
    [
        .. state.Script!.Channels.Select(channel =>
        {
            ImmutableArray<TableId> down = [.. state.Tables.Select(t => t.Id).Where(t => !state.Works(channel, t))];
            var lost = state.Messages.Count(m => m.Channel == channel.Id && m.Delivery is not Delivery.Delivered);
            return new ChannelLine(channel.Id, down, !down.IsEmpty && down.Length == state.Tables.Length, Reason(state, channel, down), lost);
        }),
    ];

    private static ImmutableArray<Explanation> Reason(Workshop state, ScriptChannel channel, ImmutableArray<TableId> down)
    {
        if (down.IsEmpty || channel.Component is not { } component) return [];
        // The latest situation told, as for the rule that decides whether a message gets through.
        for (var i = state.Script!.Acts.Length - 1; i >= 0; i--)
            if (Survival.SituationOf(state, state.Script.Acts[i].Id, down[0])?.Components.FirstOrDefault(c => c.Component == component && c.IsDown) is { } fact)
                return fact.Why;
        return [];
    }
}
