using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Sessions;
using TousRisques.Web.Access;

namespace TousRisques.Web.Lobby;

/// <summary>People coming in: joining, and coming back with a resume code.</summary>
public sealed class Joinings(IWorkshopDesk desk, ResumeCodes codes, TimeProvider time)
{
    /// <summary>Shortest id of a request that makes it repeatable: shorter ones could be guessed, and with them who joined.</summary>
    public const int ShortestRequest = 20;

    /// <summary>Joins. The same request sent twice, by its id, joins once and is given the same part.</summary>
    public async Task<(Grant? Grant, Submission Answer)> JoinAsync(
        WorkshopId workshop, string name, bool showName, TableId? table, CommandId? request, CancellationToken cancel)
    {
        var id = request is { Value.Length: >= ShortestRequest } given ? given : Draws.Command();
        var joining = codes.Join(workshop, id);
        var answer = await desk.SubmitAsync(
            workshop,
            new Envelope(
                joining.Command, new VisitorActor(), time.GetUtcNow(),
                new JoinWorkshop(joining.Participant, name, joining.Digest, showName, OnPaper: false, table)),
            cancel);
        return (answer.Refusal is null ? new Grant(workshop, Role.Participant, joining.Participant, "", joining.Code) : null, answer);
    }

    /// <summary>Comes back with a resume code; null when nobody in the workshop has it.</summary>
    public async Task<Grant?> ResumeAsync(LiveWorkshop live, string? typed, CancellationToken cancel)
    {
        var workshop = live.State.Id;
        if (codes.Read(workshop, typed) is not { } digest) return null;
        if (live.State.Participants.FirstOrDefault(p => p.ResumeKey == digest) is not { } participant) return null;
        await desk.SubmitAsync(
            workshop, new Envelope(Draws.Command(), new ParticipantActor(participant.Id), time.GetUtcNow(), new ResumePlay(participant.Id)), cancel);
        return new Grant(workshop, Role.Participant, participant.Id, "", ResumeCodes.Plain(typed!));
    }
}
