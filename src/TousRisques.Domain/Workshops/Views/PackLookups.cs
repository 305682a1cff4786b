using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops.Views;

/// <summary>Finds things of a pack by their names. Null when the pack has none, as a journal may outlive the pack it was played on.</summary>
public static class PackLookups
{
    extension(Pack pack)
    {
        /// <summary>An act.</summary>
        public Act? Find(ActId id) => pack.Scenario.Acts.FirstOrDefault(a => a.Id == id);

        /// <summary>An event of an act or of the memory.</summary>
        public ScenarioEvent? Find(EventId id) =>
            pack.Scenario.Acts.SelectMany(a => a.Events).Concat(pack.Scenario.Memory).FirstOrDefault(e => e.Id == id);

        /// <summary>A constraint.</summary>
        public Constraint? Find(ConstraintId id) => pack.Scenario.Acts.SelectMany(a => a.Constraints).FirstOrDefault(c => c.Id == id);

        /// <summary>A component.</summary>
        public Component? Find(ComponentId id) => pack.Territory.Components.FirstOrDefault(c => c.Id == id);

        /// <summary>A place.</summary>
        public Place? Find(PlaceId id) => pack.Territory.Places.FirstOrDefault(p => p.Id == id);

        /// <summary>A character.</summary>
        public Character? Find(CharacterId id) => pack.Scenario.Characters.FirstOrDefault(c => c.Id == id);

        /// <summary>An action card.</summary>
        public ActionCard? Find(ActionId id) => pack.Scenario.Actions.FirstOrDefault(a => a.Id == id);

        /// <summary>A stake.</summary>
        public Stake? Find(StakeId id) => pack.Scenario.Stakes.FirstOrDefault(s => s.Id == id);

        /// <summary>A stakeholder card.</summary>
        public Stakeholder? Find(StakeholderId id) => pack.Scenario.Stakeholders.FirstOrDefault(s => s.Id == id);

        /// <summary>A channel.</summary>
        public Channel? Find(ChannelId id) => pack.Scenario.Channels.FirstOrDefault(c => c.Id == id);

        /// <summary>The act that an event belongs to, or null for memory.</summary>
        public Act? ActOf(EventId id) => pack.Scenario.Acts.FirstOrDefault(a => a.Events.Any(e => e.Id == id));

        /// <summary>The functions of the territory, in its order.</summary>
        public IEnumerable<Component> Functions => pack.Territory.Components.Where(c => c.Nature == Nature.Function);

        /// <summary>Names of components that needs, actions and channels count on and that the territory does not define.</summary>
        public ImmutableArray<ComponentId> Undefined()
        {
            var known = pack.Territory.Components.Select(c => c.Id).ToHashSet();
            return [.. pack.Territory.Components.SelectMany(c => c.Needs.Components)
                .Concat(pack.Scenario.Actions.SelectMany(a => a.Needs.Components))
                .Concat(pack.Scenario.Channels.Where(c => c.Component is not null).Select(c => c.Component!.Value))
                .Where(c => !known.Contains(c)).Distinct()];
        }
    }
}
