using System.CommandLine;
using TousRisques.Analysis;
using TousRisques.Domain.Territories;
using TousRisques.Formats.Findings;
using TousRisques.Formats.OpenPsa;
using TousRisques.Formats.Packs;
using TousRisques.Web;
using TousRisques.Web.Stress;

namespace TousRisques.Host.Commands;

/// <summary><c>tousrisques faulttree PACK COMPONENT</c>: the fault tree of a component of a territory, for <c>cutsets</c> and for other tools of the field.</summary>
internal static class FaultTreeCommand
{
    private const int HasErrors = 1;
    private const int CannotWrite = 2;

    /// <summary>Builds the command.</summary>
    public static Command Build(Words help, Func<ParseResult, Words> words)
    {
        var pack = new Argument<string>("PACK") { Description = help["cli.argument.pack"] };
        var component = new Argument<string>("COMPONENT") { Description = help["cutsets.argument.component"] };
        var to = new Option<FileInfo?>("--out") { Description = help["cli.option.out"] };
        var command = new Command("faulttree", help["cutsets.faulttree"]) { pack, component, to };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(pack), parsed.GetRequiredValue(component), parsed.GetValue(to), words(parsed), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(string path, string component, FileInfo? file, Words words, TextWriter output, TextWriter error)
    {
        var reading = PackReader.Read(path);
        if (reading.Pack is not { } pack)
        {
            foreach (var finding in reading.Findings) error.WriteLine(FindingText.Line(finding, words.Language));
            return HasErrors;
        }
        if (pack.Territory.Components.FirstOrDefault(c => c.Id.ToString() == component) is not { } found)
        {
            error.WriteLine(words["cutsets.no-such-component", component]
                + (Nearest.To(component, pack.Territory.Components.Select(c => c.Id.ToString())) is { } near ? " " + words["cutsets.nearest", near] : ""));
            return HasErrors;
        }
        var faults = TerritoryFaults.Of(new TerritoryGraph(pack.Territory), found.Id, CommonCause.Of(pack));
        var model = PsaOf.Tree(faults.Function.Tree, pack.Territory.Id, component, faults.Names, [.. faults.Labels.Select(l => l.In(words.Language))]);
        try
        {
            if (file is null) PsaWriter.Write(model, output);
            else
            {
                using var to = new StreamWriter(file.Create());
                PsaWriter.Write(model, to);
            }
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error.WriteLine(words["cutsets.cannot-write", FileTrouble.Why(e, words)]);
            return CannotWrite;
        }
    }
}
