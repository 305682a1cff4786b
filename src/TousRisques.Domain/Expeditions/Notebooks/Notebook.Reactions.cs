using System.Collections.Immutable;

namespace TousRisques.Domain.Expeditions.Notebooks;

public sealed partial record Notebook
{
    private Decision<ExpeditionEvent> Send(SendReaction c)
    {
        if (Find(c.Chapter) is not { IsPublished: true } chapter) return NoChapter(c.Chapter);
        if (chapter.Version(c.Version) is null) return new Unknown("version", $"{c.Version}");
        if (!IsName(c.Reaction.Value)) return new Unknown("reaction", Short(c.Reaction.Value));
        if (Reactions.ContainsKey(c.Reaction)) return new AlreadyThere();
        if (RemarkRefusal(c.Remark, out var remark) is { } no) return no;
        if (Clean.Line(c.Passage.Anchor, "passage", ExpeditionLimits.Id, out var anchor) is { } badAnchor) return badAnchor;
        if (Clean.Optional(c.Passage.Text, "passage", Passage.Length, lines: true, out var text) is { } badText) return badText;
        if (Clean.Line(c.Sender, "sender", ExpeditionLimits.Id, out var sender) is { } badSender) return badSender;
        if (Marks.Contains(new ReactionMark(c.Chapter, anchor, remark.Kind, sender, remark.Words))) return Decision<ExpeditionEvent>.Nothing;
        if (Queue.Count >= NotebookLimits.Waiting) return new QueueFull(NotebookLimits.Waiting);
        if (Reactions.Count >= NotebookLimits.Reactions) return new TooMany("reaction", NotebookLimits.Reactions);
        return new ReactionSent(c.Reaction, c.Chapter, c.Version, new Passage(anchor, text), remark, sender);
    }

    private static Refusal? RemarkRefusal(Remark raw, out Remark remark)
    {
        remark = raw;
        if (!Enum.IsDefined(raw.Kind)) return new Unknown("reaction-kind", raw.Kind.ToString());
        if (Clean.Optional(raw.Words, "reaction", ExpeditionLimits.Paragraph, lines: true, out var words) is { } badWords) return badWords;
        if (words.Length == 0 && raw.Kind != ReactionKind.Agree) return new TextMissing("reaction");
        if (Clean.Optional(raw.Place, "place", ExpeditionLimits.Line, lines: false, out var place) is { } badPlace) return badPlace;
        if (WebLink.Refusal(raw.Link, out var link) is { } badLink) return badLink;
        if (Clean.Optional(raw.Signature, "signature", NotebookLimits.Signature, lines: false, out var signature) is { } badSignature) return badSignature;
        remark = raw with { Words = words, Place = place, Link = link, Signature = signature };
        return null;
    }

    /// <summary>One decision about several reactions; those that are so already are passed over.</summary>
    private Decision<ExpeditionEvent> Judge(ImmutableArray<ReactionId> ids, ReactionState become, Func<ImmutableArray<ReactionId>, ExpeditionEvent> say)
    {
        if (ids.Length > NotebookLimits.AtOnce) return new TooMany("reaction", NotebookLimits.AtOnce);
        foreach (var id in ids)
            if (!Reactions.ContainsKey(id)) return new Unknown("reaction", Short(id.Value));
        ImmutableArray<ReactionId> change = [.. ids.Distinct().Where(id => Reactions[id].State != become)];
        return change.IsEmpty ? Decision<ExpeditionEvent>.Nothing : say(change);
    }

    private Decision<ExpeditionEvent> Answer(AnswerReaction c)
    {
        if (!Reactions.TryGetValue(c.Reaction, out var reaction) || reaction.State != ReactionState.Accepted) return new Unknown("reaction", Short(c.Reaction.Value));
        if (Clean.Optional(c.Words, "answer", ExpeditionLimits.Paragraph, lines: true, out var words) is { } no) return no;
        return words == reaction.Answer ? Decision<ExpeditionEvent>.Nothing : new ReactionAnswered(c.Reaction, words);
    }

    private Notebook Receive(ReactionSent e, DateTimeOffset at)
    {
        var reaction = new Reaction
        {
            Id = e.Reaction,
            Number = Reactions.Count + 1,
            Chapter = e.Chapter,
            Version = e.Version,
            Passage = e.Passage,
            Remark = e.Remark,
            Sender = e.Sender,
            At = at,
        };
        return this with
        {
            Reactions = Reactions.SetItem(e.Reaction, reaction),
            ByChapter = ByChapter.SetItem(e.Chapter, (ByChapter.GetValueOrDefault(e.Chapter) ?? []).Add(e.Reaction)),
            Queue = Queue.SetItem(reaction.Number, e.Reaction),
            Marks = Marks.Add(new ReactionMark(e.Chapter, e.Passage.Anchor, e.Remark.Kind, e.Sender, e.Remark.Words)),
        };
    }

    private Notebook Settle(ImmutableArray<ReactionId> ids, ReactionState become, string reason)
    {
        var reactions = ids.Select(id => Reactions[id] with { State = become, Reason = reason }).ToList();
        return this with
        {
            Reactions = Reactions.SetItems(reactions.Select(r => KeyValuePair.Create(r.Id, r))),
            Queue = become == ReactionState.Waiting
                ? Queue.SetItems(reactions.Select(r => KeyValuePair.Create(r.Number, r.Id)))
                : Queue.RemoveRange(reactions.Select(r => r.Number)),
        };
    }
}
