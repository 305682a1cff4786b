using System.CommandLine;
using System.Diagnostics;
using TousRisques.Formats.Findings;
using TousRisques.Formats.OpenPsa;
using TousRisques.Resilience.Exact;
using TousRisques.Web;

namespace TousRisques.Host.Commands;

/// <summary><c>tousrisques cutsets FILE…</c>: exact analysis of a fault tree in the Open-PSA format (docs/exact-analysis.md).</summary>
internal static class CutSetsCommand
{
    /// <summary>The files have errors, the top is not found, or an option is wrong.</summary>
    public const int HasErrors = 1;

    /// <summary>A file cannot be read or written.</summary>
    public const int CannotRead = 2;

    /// <summary>The memory granted was not enough: the answer is partial.</summary>
    public const int Partial = 4;

    private const int MegaByte = 1 << 20;
    private const int UsualMegaBytes = 4096;

    /// <summary>Recursion over diagrams goes as deep as a tree has events; pages of the stack that are not used cost nothing.</summary>
    private const int StackBytes = 512 * MegaByte;

    /// <summary>Builds the command.</summary>
    public static Command Build(Words help, Func<ParseResult, Words> words)
    {
        var files = new Argument<string[]>("FILE") { Description = help["cutsets.argument.files"], Arity = ArgumentArity.OneOrMore };
        var top = new Option<string?>("--top") { Description = help["cutsets.option.top"] };
        var maxOrder = new Option<int?>("--max-order") { Description = help["cutsets.option.max-order"] };
        var list = new Option<FileInfo?>("--list") { Description = help["cutsets.option.list"] };
        var json = new Option<bool>("--json") { Description = help["cutsets.option.json"] };
        var memory = new Option<int>("--memory") { Description = help["cutsets.option.memory"], DefaultValueFactory = _ => UsualMegaBytes };
        var command = new Command("cutsets", help["cutsets.about"]) { files, top, maxOrder, list, json, memory };
        command.SetAction((parsed, cancel) => OnDeepStack(() => Run(
            new Request(parsed.GetRequiredValue(files), parsed.GetValue(top), parsed.GetValue(maxOrder), parsed.GetValue(list), parsed.GetValue(json), parsed.GetValue(memory)),
            words(parsed), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel)));
        return command;
    }

    /// <summary>What was asked.</summary>
    internal sealed record Request(string[] Files, string? Top, int? MaxOrder, FileInfo? List, bool Json, int MegaBytes);

    private static int Run(Request request, Words words, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        if (request.MegaBytes < 1) return Refuse(words["cutsets.bad-memory"]);
        if (request.MaxOrder < 0) return Refuse(words["cutsets.bad-order"]);
        var clock = Stopwatch.StartNew();
        var reading = PsaReader.ReadFiles(request.Files);
        foreach (var finding in reading.Findings) error.WriteLine(PsaFindingText.Line(finding, words.Language));
        if (reading.Model is not { } model) return reading.Findings.Any(f => f.Code == PsaFindingCode.FileUnreadable) ? CannotRead : HasErrors;
        if (ChooseTop(model, request.Top, words, out var trouble) is not { } top) return Refuse(trouble);
        using var list = OpenList(request.List, words, out trouble); // before the work: minutes of it should not end on a folder that is not there
        if (list is null && request.List is not null) return Refuse(trouble, CannotRead);
        var tree = FaultTreeOf.Model(model, top);
        var analysis = ExactAnalysis.Of(tree, new ExactOptions((long)request.MegaBytes * MegaByte, request.MaxOrder), cancel);
        var report = new CutSetsReport(model, top, analysis, clock.Elapsed.TotalSeconds, request.MegaBytes, request.MaxOrder);
        var isListed = list is null || TryList(report, list, words, error, cancel);
        if (request.Json) report.WriteJson(output);
        else report.WriteText(output, words);
        return !isListed ? CannotRead : analysis.IsComplete ? 0 : Partial;

        int Refuse(string sentence, int code = HasErrors)
        {
            error.WriteLine(sentence);
            return code;
        }
    }

    private static StreamWriter? OpenList(FileInfo? file, Words words, out string trouble)
    {
        trouble = "";
        try
        {
            return file is null ? null : new StreamWriter(file.Create(), bufferSize: 1 << 16);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            trouble = words["cutsets.cannot-write", FileTrouble.Why(e, words)];
            return null;
        }
    }

    /// <summary>Writes the list. Where that fails, the disk being full for instance, the rest of the answer is still worth telling.</summary>
    private static bool TryList(CutSetsReport report, StreamWriter to, Words words, TextWriter error, CancellationToken cancel)
    {
        try
        {
            using (to) report.WriteList(to, cancel); // closed here, since the last of it may fail too
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error.WriteLine(words["cutsets.cannot-write", FileTrouble.Why(e, words)]);
            return false;
        }
    }

    private static int? ChooseTop(PsaModel model, string? name, Words words, out string trouble)
    {
        const int Shown = 10;
        trouble = "";
        var candidates = name is null ? model.Tops : model.GatesNamed(name);
        if (candidates.Length == 1) return candidates[0];
        var shown = string.Join(", ", candidates.Take(Shown).Select(g => model.Gates[g].Path)) + (candidates.Length > Shown ? ", …" : "");
        trouble = (name, candidates.Length) switch
        {
            (null, 0) => words["cutsets.no-top"],
            (null, _) => words["cutsets.which-top", shown],
            (_, 0) => words["cutsets.no-such-top", name] + (Nearest.To(name, model.Gates.Select(g => g.Name)) is { } near ? " " + words["cutsets.nearest", near] : ""),
            _ => words["cutsets.several-tops", name, shown],
        };
        return null;
    }

    private static Task<int> OnDeepStack(Func<int> run)
    {
        var done = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(
            () =>
            {
                try
                {
                    done.SetResult(run());
                }
                catch (OperationCanceledException e)
                {
                    done.SetCanceled(e.CancellationToken);
                }
#pragma warning disable CA1031 // Not swallowed: given to whoever awaits.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    done.SetException(e);
                }
            },
            StackBytes);
        thread.Start();
        return done.Task;
    }
}
