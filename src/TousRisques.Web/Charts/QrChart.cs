using System.Text;
using QRCoder;

namespace TousRisques.Web.Charts;

/// <summary>A QR code as a picture: black on white in light and dark alike, since cameras want it so.</summary>
internal static class QrChart
{
    private const int Quiet = 2;

    /// <summary>Draws the code of a text.</summary>
    /// <param name="text">What the camera reads, such as an address.</param>
    /// <param name="label">What it leads to, in words.</param>
    public static string Draw(string text, string label)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        // The generator leaves its own margin of four modules around the code; two are enough on a white card.
        var rows = code.ModuleMatrix.Skip(4 - Quiet).SkipLast(4 - Quiet).Select(r => r.Cast<bool>().Skip(4 - Quiet).SkipLast(4 - Quiet).ToArray()).ToArray();
        var d = new StringBuilder();
        for (var y = 0; y < rows.Length; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                var from = x;
                while (x < rows[y].Length && rows[y][x]) x++;
                if (x > from) d.Append('M').Append(from).Append(' ').Append(y).Append('h').Append(x - from).Append("v1H").Append(from);
            }
        }
        return new SvgWriter("qr", rows.Length, rows.Length, label)
            .Add("rect", ("width", SvgWriter.N(rows.Length)), ("height", SvgWriter.N(rows.Length)), ("fill", "#fff"))
            .Add("path", ("d", d.ToString()), ("fill", "#000"))
            .ToString();
    }
}
