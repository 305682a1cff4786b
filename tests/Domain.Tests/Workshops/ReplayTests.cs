using CsCheck;
using TousRisques.Domain.Workshops;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Domain.Tests.Workshops;

public class ReplayTests
{
    [Fact]
    public void Replaying_the_facts_gives_the_live_state() => Gens.Play(80).Sample(play =>
    {
        var room = Playing.Run(play, _ => { });
        var replayed = room.Facts.Aggregate(Workshop.Initial, Workshop.Evolve);
        Assert.Equal(Canonical.Dump(room.State), Canonical.Dump(replayed));
    }, iter: 250);

    [Fact]
    public void A_workshop_taken_up_in_the_middle_goes_on_as_if_nothing_had_happened() => Gens.Play(60).Sample(play =>
    {
        // Every decision is taken again on a state replayed from the facts: nothing may hide outside of them.
        var facts = new List<Fact>();
        Playing.Run(play, t =>
        {
            var replayed = facts.Aggregate(Workshop.Initial, Workshop.Evolve);
            Assert.Equal(Canonical.Dump(t.Decision), Canonical.Dump(Workshop.Decide(replayed, t.Envelope)));
            facts.AddRange(t.Decision.Events.Select(e => new Fact(e, t.Envelope.By, t.Envelope.At, t.Envelope.Id)));
        });
    }, iter: 60);
}
