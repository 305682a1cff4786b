using System.Collections.Immutable;

namespace TousRisques.Domain.Expeditions.Charters;

public sealed partial record Charter
{
    /// <summary>Opens an expedition: asked before there is any.</summary>
    internal static Decision<ExpeditionEvent> Open(OpenExpedition c, ExpeditionActor by)
    {
        if (by is PasserBy || (c.Example && by is not TheHouse)) return new StandingNeeded(Standing.Member);
        if (!ExpeditionId.IsValid(c.Expedition.Value)) return new Unknown("expedition-name", Clean.Cut(c.Expedition.Value ?? "", ExpeditionLimits.Id));
        if (OutlineRefusal(c.Outline, out var outline) is { } no) return no;
        var opened = new ExpeditionOpened(c.Expedition, outline, c.Example);
        return by is AccountHolder { Account: var account } ? Decision<ExpeditionEvent>.Of([opened, new PartGiven(account, Standing.Lead)]) : opened;
    }

    private static Refusal? OutlineRefusal(Outline raw, out Outline clean)
    {
        clean = raw;
        if (Clean.Line(raw.Name, "name", ExpeditionLimits.Title, out var name) is { } badName) return badName;
        if (Clean.Line(raw.Question, "question", ExpeditionLimits.Line, out var question) is { } badQuestion) return badQuestion;
        if (Clean.Optional(raw.Description, "description", ExpeditionLimits.Words, lines: true, out var description) is { } badDescription) return badDescription;
        if (Clean.Optional(raw.Contact, "contact", ExpeditionLimits.Line, lines: false, out var contact) is { } badContact) return badContact;
        if (raw.Language.Code is not { Length: 2 }) return new Unknown("language", Clean.Cut(raw.Language.Code ?? "", 8));
        clean = new Outline(name, question, description, raw.Language, raw.Public, contact);
        return null;
    }

    private static Decision<ExpeditionEvent> List(ListPartners c)
    {
        if (c.Partners.Length > ExpeditionLimits.Partners) return new TooMany("partner", ExpeditionLimits.Partners);
        var partners = ImmutableArray.CreateBuilder<Partner>(c.Partners.Length);
        foreach (var raw in c.Partners)
        {
            if (Clean.Line(raw.Name, "partner", ExpeditionLimits.Title, out var name) is { } badName) return badName;
            if (Clean.Optional(raw.Role, "partner-role", ExpeditionLimits.Line, lines: false, out var role) is { } badRole) return badRole;
            if (WebLink.Refusal(raw.Link, out var link) is { } badLink) return badLink;
            if (!Enum.IsDefined(raw.Kind)) return new Unknown("partner-kind", raw.Kind.ToString());
            partners.Add(new Partner(name, raw.Kind, raw.Family, link, role));
        }
        return new PartnersListed(partners.ToImmutable());
    }

    private static Decision<ExpeditionEvent> List(ListPhases c)
    {
        if (c.Phases.Length > ExpeditionLimits.Phases) return new TooMany("phase", ExpeditionLimits.Phases);
        var phases = ImmutableArray.CreateBuilder<Phase>(c.Phases.Length);
        foreach (var raw in c.Phases)
        {
            if (Clean.Line(raw.Name, "phase", ExpeditionLimits.Title, out var name) is { } badName) return badName;
            if (Clean.Optional(raw.Purpose, "purpose", ExpeditionLimits.Paragraph, lines: true, out var purpose) is { } badPurpose) return badPurpose;
            if (Clean.Optional(raw.Source, "source", ExpeditionLimits.Link, lines: false, out var source) is { } badSource) return badSource;
            if (raw.From > raw.To) return new EndsBeforeItBegins(name);
            if (raw.Deliverables.Length > ExpeditionLimits.Phases) return new TooMany("deliverable", ExpeditionLimits.Phases);
            var deliverables = ImmutableArray.CreateBuilder<Deliverable>(raw.Deliverables.Length);
            foreach (var d in raw.Deliverables)
            {
                if (Clean.Line(d.Name, "deliverable", ExpeditionLimits.Title, out var what) is { } badWhat) return badWhat;
                if (WebLink.Refusal(d.Link, out var link) is { } badLink) return badLink;
                deliverables.Add(new Deliverable(what, d.Due, d.Done, link));
            }
            phases.Add(new Phase(name, raw.From, raw.To, purpose, deliverables.ToImmutable(), source));
        }
        return new PhasesListed(phases.ToImmutable());
    }

    private Decision<ExpeditionEvent> Give(GivePart c)
    {
        if (Clean.Line(c.Account, "account", ExpeditionLimits.Id, out var account) is { } badAccount) return badAccount;
        if (c.Part is not (Standing.Member or Standing.Moderator or Standing.Lead)) return new Unknown("part", c.Part.ToString());
        if (People.TryGetValue(account, out var now) && now == c.Part) return Decision<ExpeditionEvent>.Nothing;
        if (c.Part != Standing.Lead && IsLastLead(account)) return new LastLead();
        return People.Count >= ExpeditionLimits.People && !People.ContainsKey(account) ? new TooMany("person", ExpeditionLimits.People) : new PartGiven(account, c.Part);
    }

    private Decision<ExpeditionEvent> Take(string account) =>
        !People.ContainsKey(account) ? Decision<ExpeditionEvent>.Nothing
        : IsLastLead(account) ? new LastLead()
        : new PartTaken(account);

    private bool IsLastLead(string account) =>
        People.GetValueOrDefault(account) == Standing.Lead && People.Count(p => p.Value == Standing.Lead) == 1;
}
