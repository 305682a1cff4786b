using TousRisques.Domain.Expeditions;
using TousRisques.Formats.Expeditions;

namespace TousRisques.Web.Expeditions.Example;

/// <summary>The folder of an expedition as an expedition, without a house around it and without a journal: for what is made of its files alone.</summary>
public static class FolderExpedition
{
    /// <summary>Reads it; null when the folder has errors.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="now">When its facts are held to have happened.</param>
    public static Expedition? Read(string folder, DateTimeOffset now)
    {
        if (ExpeditionReader.Read(folder).Folder is not { } read) return null;
        var state = Expedition.Initial;
        var house = new TheHouse();
        foreach (var step in ExampleSteps.Of(read, now))
            foreach (var e in Expedition.Decide(state, new(step.Id, house, now, step.Command)).Events)
                state = Expedition.Evolve(state, new(e, house, now, step.Id));
        return state;
    }
}
