using System.Collections.Immutable;

namespace TousRisques.Web.Look;

/// <summary>A style sheet or script served as one small file for one audience, put together from the files that stand beside their components.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="From">Files in order, as paths inside this room; a folder means every file in it.</param>
public sealed record Sheet(string Name, params ImmutableArray<string> From)
{
    private const string Cards = "Look/Why/;Look/Count/;Look/EventCard/;Look/ActionCard/;Look/CharacterCard/";

    /// <summary>For visitors: home, join, sign-in, errors.</summary>
    public static readonly Sheet Visitor = new("visitor.css", "Look/base.css", "Pages/Home/", "Pages/Join/");
    /// <summary>For participants: the smallest, since it travels to every phone.</summary>
    public static readonly Sheet Participant = new("participant.css", ["Look/base.css", .. Cards.Split(';'), "Pages/Participant/"]);
    /// <summary>For the map on a phone.</summary>
    public static readonly Sheet Map = new("map.css", "Look/base.css", "Look/EventCard/", "Charts/");
    /// <summary>For facilitators and observers.</summary>
    public static readonly Sheet Staff = new("staff.css", ["Look/base.css", .. Cards.Split(';'), "Pages/Open/", "Pages/Console/", "Charts/"]);
    /// <summary>For the projected screen.</summary>
    public static readonly Sheet Screen = new("screen.css", ["Look/base.css", .. Cards.Split(';'), "Pages/Screen/", "Charts/"]);
    /// <summary>For the report, on screen and on paper.</summary>
    public static readonly Sheet Report = new("report.css", ["Look/base.css", .. Cards.Split(';'), "Pages/Report/", "Charts/"]);
    /// <summary>For the stress bench, on screen and on paper.</summary>
    public static readonly Sheet Stress = new("stress.css", "Look/base.css", "Charts/", "Pages/Stress/");
    /// <summary>For everything that is printed to play with.</summary>
    public static readonly Sheet Print = new("print.css", "Look/base.css", "Charts/", "Pages/Print/");
    /// <summary>For typing in what was written on paper.</summary>
    public static readonly Sheet Paper = new("paper.css", "Look/base.css", "Pages/Paper/");
    /// <summary>For the rooms of expeditions, on screen and on paper.</summary>
    public static readonly Sheet Explorer = new("explorer.css", "Look/base.css", "Charts/", "Markdown/", "Pages/Explorer/");
    /// <summary>For the rooms behind the door « Agir », on screen and on paper.</summary>
    public static readonly Sheet Agir = new("agir.css", "Look/base.css", "Markdown/", "Pages/Explorer/explorer.css", "Pages/Explorer/pager.css", "Kits/kit.css", "Pages/Agir/");
    /// <summary>For the kit on paper, and as a website in a folder.</summary>
    public static readonly Sheet Kit = new("kit.css", "Look/base.css", "Charts/", "Markdown/", "Kits/");
    /// <summary>The script of entry forms.</summary>
    public static readonly Sheet PaperScript = new("paper.js", "wwwroot/paper.js");
    /// <summary>The script of interviews: conditions, and the form that works without network.</summary>
    public static readonly Sheet InterviewScript = new("interview.js", "wwwroot/interview.js");
    /// <summary>The script of living pages.</summary>
    public static readonly Sheet LiveScript = new("live.js", "wwwroot/live.js");

    /// <summary>The script of the console: the space bar presses the primary button.</summary>
    public static readonly Sheet ConsoleScript = new("console.js", "wwwroot/console.js");

    /// <summary>Every file served.</summary>
    public static readonly ImmutableArray<Sheet> All = [Visitor, Participant, Map, Staff, Screen, Report, Stress, Print, Paper, Explorer, Agir, Kit, PaperScript, InterviewScript, LiveScript, ConsoleScript];

    /// <summary>Its address. It names the contents, so that a browser may keep it for ever.</summary>
    public string Url => SheetStore.Of(this).Url;
}
