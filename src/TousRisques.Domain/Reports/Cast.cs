using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;

namespace TousRisques.Domain.Reports;

/// <summary>Turns participants into voices: by character; by name only if they asked for it; by a number failing both.</summary>
internal static class Cast
{
    public static Dictionary<ParticipantId, Voice> Of(Workshop state)
    {
        var voices = new Dictionary<ParticipantId, Voice>();
        var unnamed = 0;
        foreach (var p in state.Participants)
            voices[p.Id] = new(p.Character, p.ShowName ? p.Name : null, p.Character is null && !p.ShowName ? ++unnamed : 0, p.Table, p.OnPaper);
        return voices;
    }
}
