using System.Collections.Immutable;
using System.Diagnostics;

namespace TousRisques.Domain.Expeditions.Notices;

/// <summary>What can be asked of the notice board.</summary>
public abstract record NoticeCommand : ExpeditionCommand
{
    private protected NoticeCommand() { }

    internal override Standing Least => Standing.Member;
}

/// <summary>Has seen what was told until an instant, in one's own name.</summary>
public sealed record MarkNoticesSeen(DateTimeOffset UpTo) : NoticeCommand;

/// <summary>What happened at the notice board.</summary>
public abstract record NoticeEvent : ExpeditionEvent
{
    private protected NoticeEvent() { }
}

/// <summary>Somebody has seen what was told until an instant.</summary>
public sealed record NoticesSeen(string Account, DateTimeOffset UpTo) : NoticeEvent;

/// <summary>
/// What people of an expedition are told, folded from the facts of all its parts: no fact says « tell them », so that nothing can be told that did not happen. The same thing about the same subject is one
/// notice with a count: a thousand reactions are one line.
/// </summary>
public sealed record NoticeBoard
{
    /// <summary>Most notices kept; the oldest go first.</summary>
    public const int Most = 100;

    /// <summary>Before anything happened.</summary>
    public static readonly NoticeBoard Empty = new();

    /// <summary>Notices, the latest last.</summary>
    public ImmutableList<Notice> Latest { get; init; } = [];

    /// <summary>Until when each account has seen them.</summary>
    public ImmutableDictionary<string, DateTimeOffset> SeenUpTo { get; init; } = ImmutableDictionary.Create<string, DateTimeOffset>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What concerns somebody, the latest first: what they did not do themselves.</summary>
    public IEnumerable<Notice> Of(string account, Standing standing) =>
        Latest.Reverse().Where(n => n.For <= standing && !string.Equals(n.By, account, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether somebody has not seen a notice yet.</summary>
    public bool IsNew(Notice notice, string account)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return notice.At > SeenUpTo.GetValueOrDefault(account);
    }

    /// <summary>How many notices somebody has not seen yet.</summary>
    public int NewFor(string account, Standing standing) => Of(account, standing).Count(n => IsNew(n, account));

    internal Decision<ExpeditionEvent> Decide(NoticeCommand command, Asking asking) => (command, asking.By) switch
    {
        (MarkNoticesSeen c, AccountHolder { Account: var account }) when c.UpTo > SeenUpTo.GetValueOrDefault(account) && c.UpTo <= asking.At => new NoticesSeen(account, c.UpTo),
        (MarkNoticesSeen, _) => Decision<ExpeditionEvent>.Nothing,
        _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
    };

    /// <summary>Takes any fact of the expedition on board: most are nothing to tell.</summary>
    internal NoticeBoard Evolve(ExpeditionFact fact)
    {
        if (fact.Event is NoticesSeen seen) return this with { SeenUpTo = SeenUpTo.SetItem(seen.Account, seen.UpTo) };
        if (Noticing.Of(fact.Event) is not { } told) return this;
        var by = (fact.By as AccountHolder)?.Account ?? "";
        var at = Latest.FindIndex(n => n.Kind == told.Kind && n.Subject == told.Subject);
        // What was told before is told anew from one when everybody it concerns may have seen it: a day later.
        var before = at >= 0 && fact.At - Latest[at].At < TimeSpan.FromDays(1) ? Latest[at].Count : 0;
        var board = at >= 0 ? Latest.RemoveAt(at) : Latest.Count >= Most ? Latest.RemoveAt(0) : Latest;
        return this with { Latest = board.Add(new Notice(told.Kind, told.Subject, told.For, before + told.Count, fact.At, by)) };
    }
}
