using CsCheck;
using TousRisques.Domain.Reports;
using TousRisques.Domain.Tests.Workshops;
using TousRisques.Domain.Workshops;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Domain.Tests.Reports;

public class ReportPropertyTests
{
    [Fact] // whatever people did, the report can be written, says the same twice, and its counts add up
    public void Any_play_has_a_report_whose_counts_add_up() => Gens.Play(60).Sample(play =>
    {
        var room = Playing.Run(play, _ => { });
        var report = ReportWriter.Write(room.Facts, SmallPack.Pack);
        return Canonical.Dump(report) == Canonical.Dump(ReportWriter.Write(room.Facts, SmallPack.Pack))
            && report.Possible.All(p => p.Feasible + p.Degraded + p.Impossible == play.Script.Actions.Length)
            && report.Cast.Length == room.State.Participants.Length
            && report.Cast.All(v => v.Name is null || room.State.Participants.Any(p => p.ShowName && p.Name == v.Name))
            && report.Divergences.All(d => (d.Divergence.Override?.Verdict ?? d.Divergence.Room?.Median) != d.Divergence.Model)
            && report.Timeline.Count(e => e.Kind == EntryKind.Event) == room.Facts.Count(f => f.Event is EventRevealed);
    }, iter: 200);
}
