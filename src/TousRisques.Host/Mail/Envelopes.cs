using System.Globalization;
using System.Text;
using MimeKit;

namespace TousRisques.Host.Mail;

/// <summary>Puts letters into the form in which mail travels [RFC5322]. Nothing that people typed can become a header of its own.</summary>
internal static class Envelopes
{
    /// <summary>The message.</summary>
    /// <param name="due">The letter and its address.</param>
    /// <param name="settings">Where it comes from.</param>
    /// <param name="now">When it leaves.</param>
    public static MimeMessage Of(DueLetter due, MailSettings settings, DateTimeOffset now)
    {
        var letter = due.Letter;
        var message = new MimeMessage();
        message.Headers.Clear();
        message.From.Add(new MailboxAddress(OneLine(letter.Sender), settings.From));
        message.To.Add(new MailboxAddress("", due.Address));
        message.Subject = OneLine(letter.Subject);
        message.Date = now;
        // The same letter sent again after a crash has the same name: mail programs show it once. Nothing of this machine is in it.
        message.MessageId = $"{MessageName(letter.Id)}@{DomainOf(settings.From)}";
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (letter.Page.Length > 0) message.Headers.Add("List-Unsubscribe", $"<{settings.Site}{letter.Page}>");
        var text = new TextPart("plain") { Text = letter.Body };
        text.ContentType.Charset = "utf-8";
        message.Body = letter.Calendar.IsDefaultOrEmpty ? text : new Multipart("mixed") { text, Calendar([.. letter.Calendar]) };
        if (message.Body is Multipart parts) parts.Boundary = "part-" + MessageName(letter.Id);
        return message;
    }

    /// <summary>The domain of an address, as mail servers write it.</summary>
    public static string DomainOf(string address) => new IdnMapping().GetAscii(address[(address.LastIndexOf('@') + 1)..]);

    private static MimePart Calendar(byte[] calendar)
    {
        var part = new MimePart("text", "calendar")
        {
            Content = new MimeContent(new MemoryStream(calendar)),
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = "atelier.ics" },
            ContentTransferEncoding = ContentEncoding.Base64,
        };
        part.ContentType.Charset = "utf-8";
        part.ContentType.Parameters.Add("method", "PUBLISH");
        return part;
    }

    /// <summary>The letter's id in letters that a message's name may have.</summary>
    private static string MessageName(string id) => new([.. id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '-')]);

    /// <summary>One line, whatever was typed.</summary>
    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text) line.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        return line.ToString().Trim();
    }
}
