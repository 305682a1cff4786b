using System.Collections.Immutable;
using System.Diagnostics;

namespace TousRisques.Domain.Expeditions.Inquiries;

// Rules of notes and quotations, and of what they are coded with.
public sealed partial record Inquiry
{
    private Decision<ExpeditionEvent> DecideExcerpt(InquiryCommand command) => command switch
    {
        WriteExcerpt c => In(c.Interview, interview =>
            Written(interview, FormOf(interview), c.Excerpt, out var excerpt) is { } no ? no
            : interview.Find(excerpt.Id) is not null ? new AlreadyThere()
            : new ExcerptWritten(c.Interview, excerpt)),
        RewordExcerpt c => In(c.Interview, c.Excerpt, excerpt =>
            Clean.Lines(c.Text, "excerpt", ExpeditionLimits.Words, out var text) is { } no ? no
            : (c.Kind, text) == (excerpt.Kind, excerpt.Text) ? Decision<ExpeditionEvent>.Nothing
            : new ExcerptReworded(c.Interview, c.Excerpt, c.Kind, text)),
        CodeExcerpt c => In(c.Interview, c.Excerpt, excerpt =>
            CodeRefusal(c.Code) is { } no ? no
            : excerpt.Codes.Contains(c.Code) ? Decision<ExpeditionEvent>.Nothing
            : excerpt.Codes.Length >= InquiryLimits.Codes ? new TooMany("code", InquiryLimits.Codes)
            : new ExcerptCoded(c.Interview, c.Excerpt, c.Code)),
        UncodeExcerpt c => In(c.Interview, c.Excerpt, excerpt =>
            excerpt.Codes.Contains(c.Code) ? new ExcerptUncoded(c.Interview, c.Excerpt, c.Code) : Decision<ExpeditionEvent>.Nothing),
        TagExcerpt c => In(c.Interview, c.Excerpt, excerpt =>
            Tags(c.Tags, out var tags) is { } no ? no
            : tags.SequenceEqual(excerpt.Tags) ? Decision<ExpeditionEvent>.Nothing
            : new ExcerptTagged(c.Interview, c.Excerpt, tags)),
        RemoveExcerpt c => In(c.Interview, c.Excerpt, _ => new ExcerptRemoved(c.Interview, c.Excerpt)),
        _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
    };

    private Inquiry EvolveExcerpt(InquiryEvent @event, ExpeditionFact fact) => @event switch
    {
        ExcerptWritten e => With(e.Interview, fact, i => i with { Excerpts = i.Excerpts.Add(e.Excerpt) }),
        ExcerptReworded e => With(e.Interview, e.Excerpt, fact, x => x with { Kind = e.Kind, Text = e.Text }),
        ExcerptCoded e => With(e.Interview, e.Excerpt, fact, x => x with { Codes = x.Codes.Add(e.Code) }),
        ExcerptUncoded e => With(e.Interview, e.Excerpt, fact, x => x with { Codes = x.Codes.Remove(e.Code) }),
        ExcerptTagged e => With(e.Interview, e.Excerpt, fact, x => x with { Tags = e.Tags }),
        ExcerptRemoved e => With(e.Interview, fact, i => i with { Excerpts = i.Excerpts.RemoveAll(x => x.Id == e.Excerpt) }),
        _ => throw new UnreachableException($"No fold for {@event.GetType().Name}."),
    };

    private Inquiry With(InterviewId interview, ExcerptId excerpt, ExpeditionFact fact, Func<Excerpt, Excerpt> change) =>
        With(interview, fact, i => i with { Excerpts = [.. i.Excerpts.Select(x => x.Id == excerpt ? change(x) : x)] });

    private static Refusal? Written(Interview interview, GridForm form, Excerpt raw, out Excerpt excerpt)
    {
        excerpt = raw;
        if (!FormNames.IsId(raw.Id.Value)) return Missing("excerpt", raw.Id.Value);
        if (interview.Excerpts.Length >= InquiryLimits.Excerpts) return new TooMany("excerpt", InquiryLimits.Excerpts);
        if (!string.IsNullOrEmpty(raw.Question) && !form.Has(raw.Question)) return Missing("question", raw.Question);
        if (Clean.Lines(raw.Text, "excerpt", ExpeditionLimits.Words, out var text) is { } badText) return badText;
        if (Tags(raw.Tags, out var tags) is { } badTags) return badTags;
        var codes = raw.Codes.IsDefault ? [] : raw.Codes.Distinct().ToImmutableArray();
        if (codes.Length > InquiryLimits.Codes) return new TooMany("code", InquiryLimits.Codes);
        foreach (var code in codes)
            if (CodeRefusal(code) is { } badCode) return badCode;
        excerpt = new Excerpt(raw.Id, raw.Kind, raw.Question ?? "", text, codes, tags);
        return null;
    }

    private Decision<ExpeditionEvent> In(InterviewId interview, ExcerptId id, Func<Excerpt, Decision<ExpeditionEvent>> then) =>
        In(interview, i => i.Find(id) is { } excerpt ? then(excerpt) : Missing("excerpt", id.Value));

    private static TextMissing? CodeRefusal(Code code) => code is { Theme: null, Time: null, Hazard: null } ? new TextMissing("code") : null;

    private static Refusal? Tags(ImmutableArray<string> raw, out ImmutableArray<string> tags)
    {
        tags = [];
        if (raw.IsDefaultOrEmpty) return null;
        if (raw.Length > InquiryLimits.Tags) return new TooMany("tag", InquiryLimits.Tags);
        var clean = ImmutableArray.CreateBuilder<string>(raw.Length);
        foreach (var rawTag in raw)
        {
            if (Clean.Optional(rawTag, "tag", InquiryLimits.Tag, lines: false, out var tag) is { } no) return no;
            if (tag.Length > 0 && !clean.Contains(tag, StringComparer.OrdinalIgnoreCase)) clean.Add(tag);
        }
        tags = clean.ToImmutable();
        return null;
    }
}
