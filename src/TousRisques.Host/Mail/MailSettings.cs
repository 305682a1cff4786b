using System.Net;
using MailKit.Security;
using TousRisques.Web.Contacts;

namespace TousRisques.Host.Mail;

/// <summary>Mail was asked for in a way that cannot work; the code says how (<c>cli.mail-{code}</c>).</summary>
internal sealed class BadMailSettingsException(string code) : Exception(code)
{
    /// <summary>What is wrong.</summary>
    public string Code { get; } = code;
}

/// <summary>How mail leaves this house.</summary>
/// <param name="Host">The mail server.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">Whether and how the line is ciphered.</param>
/// <param name="From">The address that mail comes from.</param>
/// <param name="Site">The address of this installation for readers of mail, without a slash at its end. It is told and not taken from requests: whoever signs another one up
/// could else choose where the mail's links lead.</param>
/// <param name="Login">Name and password, or null.</param>
internal sealed record MailSettings(string Host, int Port, SecureSocketOptions Security, string From, string Site, NetworkCredential? Login)
{
    /// <summary>
    /// Reads the settings: options, else environment. <c>smtp://</c> ciphers when the server can, <c>smtp+starttls://</c> always, <c>smtp+plain://</c> never; <c>smtps://</c> from the
    /// first byte. With a password, <c>smtp://</c> to another machine ciphers always. Null when no mail server is named.
    /// </summary>
    /// <exception cref="BadMailSettingsException">They cannot work.</exception>
    public static MailSettings? Read(string? smtp, string? from, string? site, Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var server = Or(smtp, "TOUSRISQUES_SMTP");
        if (server is null) return null;
        if (!Uri.TryCreate(server, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.AbsolutePath is not ("" or "/") || uri.Query.Length > 0) throw new BadMailSettingsException("server");
        if (uri.UserInfo.Length > 0) throw new BadMailSettingsException("secret"); // command lines are seen by every user of the machine
        var login = environment("TOUSRISQUES_SMTP_USER") is { Length: > 0 } user ? new NetworkCredential(user, environment("TOUSRISQUES_SMTP_PASSWORD") ?? "") : null;
        (SecureSocketOptions Security, int Port) way = uri.Scheme switch
        {
            "smtp" => (login is null || uri.IsLoopback ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.StartTls, login is null ? 25 : 587),
            "smtp+starttls" => (SecureSocketOptions.StartTls, 587),
            "smtp+plain" => (SecureSocketOptions.None, 25),
            "smtps" => (SecureSocketOptions.SslOnConnect, 465),
            _ => throw new BadMailSettingsException("server"),
        };
        if (Or(from, "TOUSRISQUES_MAIL_FROM") is not { } address || !ContactFields.IsMail(address)) throw new BadMailSettingsException("from");
        if (Or(site, "TOUSRISQUES_SITE") is not { } page || !Uri.TryCreate(page, UriKind.Absolute, out var web) || web.Scheme is not ("http" or "https") || web.UserInfo.Length > 0 || web.Query.Length > 0)
            throw new BadMailSettingsException("site");
        return new(uri.DnsSafeHost, uri.Port > 0 ? uri.Port : way.Port, way.Security, address, web.AbsoluteUri.TrimEnd('/'), login);

        string? Or(string? option, string variable) => !string.IsNullOrWhiteSpace(option) ? option.Trim() : environment(variable) is { } set && !string.IsNullOrWhiteSpace(set) ? set.Trim() : null;
    }
}
