using System.Collections.Immutable;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Expeditions.Meetings;
using TousRisques.Domain.Words;
using TousRisques.Formats.Expeditions;

namespace TousRisques.Web.Expeditions.Example;

/// <summary>One command of the shipped example. Its id is always the same, so that what was given before has no effect again.</summary>
/// <param name="Id">The command's id.</param>
/// <param name="Command">What is asked.</param>
internal sealed record ExampleStep(CommandId Id, ExpeditionCommand Command);

/// <summary>Turns the folder of an expedition into the commands that make it.</summary>
internal static class ExampleSteps
{
    /// <summary>The last command: it shows the example to everybody, once it is whole.</summary>
    public static readonly CommandId Last = new("example-shown");

    /// <summary>The commands in order.</summary>
    public static ImmutableArray<ExampleStep> Of(ExpeditionFolder folder)
    {
        var steps = ImmutableArray.CreateBuilder<ExampleStep>();
        Add("opened", new OpenExpedition(folder.Id, folder.Outline with { Public = false }, Example: true));
        Add("partners", new ListPartners(folder.Partners));
        Add("phases", new ListPhases(folder.Phases));
        foreach (var m in folder.Meetings)
        {
            Add("meeting-" + m.Id, new PlanMeeting(new(m.Id), Sheet(m)));
            if (m.Record is { } record) Add("told-" + m.Id, new RecordMeeting(new(m.Id), record));
        }
        steps.Add(new(Last, new ReviseOutline(folder.Outline)));
        return steps.ToImmutable();

        void Add(string id, ExpeditionCommand command) => steps.Add(new(new("example-" + id), command));
    }

    private static MeetingSheet Sheet(MeetingEntry m)
    {
        var starts = ExpeditionTime.At(m.Day, m.From ?? TimeOnly.MinValue);
        var ends = m.From is null ? ExpeditionTime.At(m.Day.AddDays(1), TimeOnly.MinValue) : m.To is { } to ? ExpeditionTime.At(m.Day, to) : starts.AddHours(1);
        return new(m.Title, m.Kind, starts, ends, m.From is null, m.Place, m.Online, m.With, m.Themes, Public: true);
    }
}
