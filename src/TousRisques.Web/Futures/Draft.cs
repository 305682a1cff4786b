using System.Text;
using Microsoft.AspNetCore.Http;
using TousRisques.Formats.Packs;
using TousRisques.Formats.Packs.Drafting;
using TousRisques.Web.Hosting;
using TousRisques.Web.Packs;

namespace TousRisques.Web.Futures;

/// <summary>A draft pack that was made.</summary>
/// <param name="Id">Its identifier, and its folder's name.</param>
/// <param name="Files">Its files.</param>
public sealed record Draft(string Id, PackFiles Files)
{
    /// <summary>Makes one.</summary>
    /// <param name="source">The territory's pack; without errors.</param>
    /// <param name="name">What its identifier begins with, as typed.</param>
    /// <param name="tail">What tells it from others of that name.</param>
    /// <param name="title">Its title.</param>
    /// <param name="narrative">Its story; may be empty.</param>
    /// <param name="perils">Its perils.</param>
    public static Draft Of(InstalledPack source, string name, string tail, string title, string narrative, IEnumerable<DraftPeril> perils)
    {
        ArgumentNullException.ThrowIfNull(source);
        var id = IdOf(name, tail);
        return new(id, PackDraft.Make(source.Reading.Files, source.Pack!, new(id, title, narrative, [.. perils])));
    }

    /// <summary>The draft to take away.</summary>
    public IResult Take(DateTimeOffset at) => Results.File(FolderZip.Write(Id, Files.Files.Select(f => (f.Name, new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(f.Content)))), at), "application/zip", Id + ".zip");

    /// <summary>A pack's identifier: the name in plain letters, and the tail, so that two never meet.</summary>
    private static string IdOf(string name, string tail)
    {
        var plain = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(c)) plain.Append(c);
            else if (c is ' ' or '-' or '’' or '\'' && plain.Length > 0 && plain[^1] != '-') plain.Append('-');
        var end = new string([.. tail.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit).Take(6)]);
        return $"{(plain.Length > 40 ? plain.ToString(0, 40) : plain.ToString()).Trim('-')}-{end}".Trim('-');
    }
}
