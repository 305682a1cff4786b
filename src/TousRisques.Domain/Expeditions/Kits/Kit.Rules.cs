using System.Collections.Immutable;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Expeditions.Evidences;

namespace TousRisques.Domain.Expeditions.Kits;

public sealed partial record Kit
{
    private static Refusal? CoverRefusal(KitCover raw, out KitCover cover)
    {
        cover = raw;
        if (Clean.Line(raw.Title, "title", ExpeditionLimits.Title, out var title) is { } badTitle) return badTitle;
        if (Clean.Optional(raw.Territory, "territory", ExpeditionLimits.Title, lines: false, out var territory) is { } badTerritory) return badTerritory;
        if (Clean.Optional(raw.For, "kit-for", ExpeditionLimits.Line, lines: false, out var whom) is { } badFor) return badFor;
        if (Clean.Optional(raw.Words, "description", ExpeditionLimits.Paragraph, lines: true, out var words) is { } badWords) return badWords;
        if (Clean.Optional(raw.Licence, "data-licence", ExpeditionLimits.Line, lines: false, out var licence) is { } badLicence) return badLicence;
        cover = new(title, territory, whom, words, licence);
        return null;
    }

    /// <summary>Makes a sheet fit to be kept. What was there before stays, also when it is gone from where it came.</summary>
    private static Refusal? SheetRefusal(Expedition expedition, KitSheet raw, KitSheet? before, out KitSheet sheet)
    {
        sheet = raw;
        if (Clean.Line(raw.Title, "title", ExpeditionLimits.Title, out var title) is { } badTitle) return badTitle;
        if (!Enum.IsDefined(raw.Time)) return new Unknown("time", raw.Time.ToString());
        if (Clean.Optional(raw.Brief, "brief", KitLimits.Brief, lines: false, out var brief) is { } badBrief) return badBrief;
        if (ContentRefusal(expedition, raw.Content, before?.Content, out var content) is { } badContent) return badContent;
        var given = raw.Evidence.IsDefault ? [] : raw.Evidence;
        // A device says what it says of itself: the catalogue is its evidence.
        if (content is DeviceContent { Device: var device }) given = given.Add(new DeviceEvidence(device));
        if (EvidenceRules.Check(expedition, given, before?.Evidence ?? [], out var evidence) is { } badEvidence) return badEvidence;
        if (evidence.IsEmpty && !raw.Estimate) return new SourceOrEstimate();
        sheet = new(title, raw.Time, brief, content, evidence, raw.Estimate);
        return null;
    }

    private static Refusal? ContentRefusal(Expedition expedition, KitContent? raw, KitContent? before, out KitContent content)
    {
        content = raw!;
        switch (raw)
        {
            case TextContent c:
                if (Words(c.Words, "kit-words", out var text) is { } badText) return badText;
                if (text.Length == 0) return new TextMissing("kit-words");
                content = new TextContent(text);
                return null;
            case ActionsContent c: return ActionsRefusal(expedition, c, before as ActionsContent, out content);
            case DeviceContent c:
                if (expedition.Catalogue.Find(c.Device) is not { Status: DeviceStatus.Accepted } && (before as DeviceContent)?.Device != c.Device)
                    return new Unknown("device", Clean.Cut(c.Device.Value ?? "", ExpeditionLimits.Id));
                if (Words(c.Words, "kit-words", out var use) is { } badUse) return badUse;
                content = new DeviceContent(c.Device, use);
                return null;
            case ContactsContent c: return ContactsRefusal(c, out content);
            case FallbackContent c: return FallbackRefusal(c, out content);
            case DataContent c: return DataRefusal(c, out content);
            default: return new Unknown("kit-content", "");
        }
    }

    private static Refusal? ActionsRefusal(Expedition expedition, ActionsContent c, ActionsContent? before, out KitContent content)
    {
        content = c;
        if (c.Actions.IsDefaultOrEmpty) return new TextMissing("kit-actions");
        if (c.Actions.Length > KitLimits.Lines) return new TooMany("kit-action", KitLimits.Lines);
        var actions = ImmutableArray.CreateBuilder<KitAction>(c.Actions.Length);
        foreach (var action in c.Actions)
        {
            if (Clean.Line(action.Words, "kit-actions", ExpeditionLimits.Line, out var words) is { } badWords) return badWords;
            if (Clean.Optional(action.By, "by-whom", ExpeditionLimits.Title, lines: false, out var by) is { } badBy) return badBy;
            if (Clean.Optional(action.Card, "kit-actions", ExpeditionLimits.Line, lines: false, out var card) is { } badCard) return badCard;
            if (action.Recommendation is { } from && expedition.Recommendations.Find(from) is null && before?.Actions.Any(a => a.Recommendation == from) != true)
                return new Unknown("recommendation", Clean.Cut(from.Value ?? "", ExpeditionLimits.Id));
            actions.Add(new(words, by, action.Recommendation, card));
        }
        content = new ActionsContent(actions.ToImmutable());
        return null;
    }

    private static Refusal? ContactsRefusal(ContactsContent c, out KitContent content)
    {
        content = c;
        if (c.Contacts.IsDefaultOrEmpty) return new TextMissing("kit-contacts");
        if (c.Contacts.Length > KitLimits.Lines) return new TooMany("kit-contact", KitLimits.Lines);
        var contacts = ImmutableArray.CreateBuilder<KitContact>(c.Contacts.Length);
        foreach (var contact in c.Contacts)
        {
            if (Clean.Line(contact.Role, "contact-role", ExpeditionLimits.Title, out var role) is { } badRole) return badRole;
            if (Clean.Optional(contact.Organisation, "contact-organisation", ExpeditionLimits.Title, lines: false, out var organisation) is { } badOrganisation) return badOrganisation;
            if (Clean.Line(contact.Reach, "contact-reach", ExpeditionLimits.Line, out var reach) is { } badReach) return badReach;
            contacts.Add(new(role, organisation, reach));
        }
        content = new ContactsContent(contacts.ToImmutable());
        return null;
    }

    private static Refusal? FallbackRefusal(FallbackContent c, out KitContent content)
    {
        content = c;
        if (Clean.Line(c.Missing, "kit-missing", ExpeditionLimits.Title, out var missing) is { } badMissing) return badMissing;
        if (c.Steps.IsDefaultOrEmpty) return new TextMissing("kit-steps");
        if (c.Steps.Length > KitLimits.Lines) return new TooMany("kit-step", KitLimits.Lines);
        var steps = ImmutableArray.CreateBuilder<string>(c.Steps.Length);
        foreach (var raw in c.Steps)
        {
            if (Clean.Line(raw, "kit-steps", ExpeditionLimits.Line, out var step) is { } badStep) return badStep;
            steps.Add(step);
        }
        content = new FallbackContent(missing, steps.ToImmutable());
        return null;
    }

    private static Refusal? DataRefusal(DataContent c, out KitContent content)
    {
        content = c;
        if (Clean.Lines(c.What, "data-what", ExpeditionLimits.Paragraph, out var what) is { } badWhat) return badWhat;
        if (Clean.Optional(c.Producer, "data-producer", ExpeditionLimits.Line, lines: false, out var producer) is { } badProducer) return badProducer;
        if (Clean.Optional(c.Format, "data-format", ExpeditionLimits.Line, lines: false, out var format) is { } badFormat) return badFormat;
        if (Clean.Optional(c.Source, "data-source", ExpeditionLimits.Line, lines: false, out var source) is { } badSource) return badSource;
        if (Clean.Optional(c.Licence, "data-licence", ExpeditionLimits.Line, lines: false, out var licence) is { } badLicence) return badLicence;
        if (Clean.Optional(c.Sharing, "data-sharing", ExpeditionLimits.Line, lines: false, out var sharing) is { } badSharing) return badSharing;
        if (Clean.Optional(c.Answers, "data-answers", ExpeditionLimits.Line, lines: false, out var answers) is { } badAnswers) return badAnswers;
        if (Clean.Lines(c.Offline, "data-offline", ExpeditionLimits.Paragraph, out var offline) is { } badOffline) return badOffline;
        content = new DataContent(what, producer, format, source, licence, sharing, answers, offline);
        return null;
    }

    private static Refusal? Words(string raw, string field, out string words) => Clean.Optional(raw?.Replace("\t", "    ", StringComparison.Ordinal), field, KitLimits.Words, lines: true, out words);
}
