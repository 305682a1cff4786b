using System.Collections.Immutable;
using System.Diagnostics;
using TousRisques.Domain.Expeditions.Agendas;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Expeditions.Futures;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Domain.Expeditions.Kits;
using TousRisques.Domain.Expeditions.Leads;
using TousRisques.Domain.Expeditions.Meetings;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Domain.Expeditions.Notices;
using TousRisques.Domain.Expeditions.Recommendations;
using TousRisques.Domain.Expeditions.Statements;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions;

/// <summary>
/// An expedition: the whole inquiry that a territory or a network of partners leads (docs/expeditions.md). The state that the rules decide on, folded from its facts; one
/// part for each thing that people do in it. Pure.
/// </summary>
public sealed record Expedition
{
    /// <summary>Before it is opened.</summary>
    public static readonly Expedition Initial = new();

    /// <summary>Its name in addresses; the default before it is opened.</summary>
    public ExpeditionId Id { get; init; }
    /// <summary>What it is, and who is in it.</summary>
    public Charter Charter { get; init; } = Charter.Empty;
    /// <summary>The watch: what is published on digital uses in crises.</summary>
    public Watch Watch { get; init; } = Watch.Empty;
    /// <summary>The inquiry: grids, interviews, codes.</summary>
    public Inquiry Inquiry { get; init; } = Inquiry.Empty;
    /// <summary>Meetings (rencontres): who was met, what was learned.</summary>
    public Encounters Encounters { get; init; } = Encounters.Empty;
    /// <summary>The exploration notebook, and reactions to it.</summary>
    public Notebook Notebook { get; init; } = Notebook.Empty;
    /// <summary>The catalogue of innovative devices.</summary>
    public Catalogue Catalogue { get; init; } = Catalogue.Empty;
    /// <summary>Workshops to come, and who signed up for them (by number: names are kept apart).</summary>
    public Agenda Agenda { get; init; } = Agenda.Empty;
    /// <summary>The synthesis: what was learned, with its evidence.</summary>
    public StatementBook Statements { get; init; } = StatementBook.Empty;
    /// <summary>Leads for innovation (pistes).</summary>
    public LeadBook Leads { get; init; } = LeadBook.Empty;
    /// <summary>Recommendations, and what became of them.</summary>
    public RecommendationBook Recommendations { get; init; } = RecommendationBook.Empty;
    /// <summary>The kit: sheets for before, during and after.</summary>
    public Kit Kit { get; init; } = Kit.Empty;
    /// <summary>Morphological boxes, and scenarios made from them.</summary>
    public BoxShelf Boxes { get; init; } = BoxShelf.Empty;
    /// <summary>What its people are told.</summary>
    public NoticeBoard Notices { get; init; } = NoticeBoard.Empty;
    /// <summary>Commands that had effect: given again, they have none.</summary>
    public ImmutableHashSet<CommandId> Applied { get; init; } = [];

    /// <summary>Whether it has been opened.</summary>
    public bool IsOpened => Charter.Outline is not null;

    /// <summary>What somebody may do in it.</summary>
    public Standing StandingOf(ExpeditionActor actor) => Charter.StandingOf(actor);

    /// <summary>Whether somebody may know that it exists and read what it publishes.</summary>
    public bool IsVisibleTo(ExpeditionActor actor) => Charter.Outline is { } outline && (outline.Public || StandingOf(actor) > Standing.Anyone);

    /// <summary>
    /// The rules. Pure: the time and every drawn name come with the command. The same command twice stores its facts once. Who may do what is looked at
    /// here, once, for every part.
    /// </summary>
    public static Decision<ExpeditionEvent> Decide(Expedition state, ExpeditionEnvelope envelope)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Applied.Contains(envelope.Id)) return Decision<ExpeditionEvent>.Nothing;
        if (envelope.Command is OpenExpedition open) return state.IsOpened ? new NameTaken(open.Expedition) : Charter.Open(open, envelope.By);
        if (!state.IsVisibleTo(envelope.By)) return new NoSuchExpedition();
        var standing = state.StandingOf(envelope.By);
        if (standing < envelope.Command.Least) return new StandingNeeded(envelope.Command.Least);
        if (state.Charter.EndedAt is { } endedAt && envelope.Command is not CharterCommand) return new ExpeditionIsOver(endedAt);
        var asking = new Asking(envelope.By, standing, envelope.At);
        return envelope.Command switch
        {
            CharterCommand c => state.Charter.Decide(c, asking),
            WatchCommand c => state.Watch.Decide(c, asking),
            InquiryCommand c => state.Inquiry.Decide(c, asking),
            MeetingCommand c => state.Encounters.Decide(c, asking),
            NotebookCommand c => state.Notebook.Decide(c, asking),
            DeviceCommand c => state.Catalogue.Decide(c, asking),
            AgendaCommand c => state.Agenda.Decide(c, asking),
            StatementCommand c => state.Statements.Decide(c, state),
            LeadCommand c => state.Leads.Decide(c, asking, state),
            RecommendationCommand c => state.Recommendations.Decide(c, asking, state),
            KitCommand c => state.Kit.Decide(c, state),
            BoxCommand c => state.Boxes.Decide(c, asking.By),
            NoticeCommand c => state.Notices.Decide(c, asking),
            _ => throw new UnreachableException($"No rule for {envelope.Command.GetType().Name}."),
        };
    }

    /// <summary>Takes a fact on board. No checks and no refusals: what is stored has happened.</summary>
    public static Expedition Evolve(Expedition state, ExpeditionFact fact)
    {
        ArgumentNullException.ThrowIfNull(state);
        var after = fact.Event switch
        {
            ExpeditionOpened e => state with { Id = e.Expedition, Charter = state.Charter.Evolve(e, fact) },
            CharterEvent e => state with { Charter = state.Charter.Evolve(e, fact) },
            WatchEvent e => state with { Watch = state.Watch.Evolve(e, fact) },
            InquiryEvent e => state with { Inquiry = state.Inquiry.Evolve(e, fact) },
            MeetingEvent e => state with { Encounters = state.Encounters.Evolve(e, fact) },
            NotebookEvent e => state with { Notebook = state.Notebook.Evolve(e, fact) },
            DeviceEvent e => state with { Catalogue = state.Catalogue.Evolve(e, fact) },
            AgendaEvent e => state with { Agenda = state.Agenda.Evolve(e, fact) },
            StatementEvent e => state with { Statements = state.Statements.Evolve(e, fact) },
            LeadEvent e => state with { Leads = state.Leads.Evolve(e, fact) },
            RecommendationEvent e => state with { Recommendations = state.Recommendations.Evolve(e, fact) },
            KitEvent e => state with { Kit = state.Kit.Evolve(e, fact) },
            BoxEvent e => state with { Boxes = state.Boxes.Evolve(e, fact) },
            NoticeEvent => state,
            _ => throw new UnreachableException($"No fold for {fact.Event.GetType().Name}."),
        };
        return after with { Applied = state.Applied.Add(fact.Command), Notices = state.Notices.Evolve(fact) };
    }
}
