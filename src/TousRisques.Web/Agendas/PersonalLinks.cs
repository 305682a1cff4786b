using System.Security.Cryptography;
using System.Text;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Agendas;
using TousRisques.Domain.Words;
using TousRisques.Web.Access;
using TousRisques.Web.Contacts;

namespace TousRisques.Web.Agendas;

/// <summary>
/// Personal links of those who sign up: the sign-up's id and a proof of 128 bits keyed with a secret of this installation. Nothing of the proof is stored, so that neither a
/// journal handed on nor a stolen list of contacts opens anybody's page, and mails written later can name the link again.
/// </summary>
public sealed class PersonalLinks(ResumeSecret secret)
{
    private const int ProofLength = 32;

    /// <summary>What a request to sign up becomes.</summary>
    /// <param name="SignUp">The sign-up.</param>
    /// <param name="Command">The command's id for the journal; the client's own cannot be told from it.</param>
    public sealed record Drawn(SignUpId SignUp, CommandId Command);

    /// <summary>
    /// Derives the sign-up from the request: the same form sent twice is one sign-up with one link. What was typed counts too, so that nobody comes by another's link with a
    /// request id that both happen to use.
    /// </summary>
    public Drawn Draw(ExpeditionId expedition, PlannedWorkshopId planned, CommandId request, ContactFields who)
    {
        ArgumentNullException.ThrowIfNull(who);
        var draw = Keyed($"sign-up\n{expedition}\n{planned}\n{request}\n{who.Name}\n{who.Mail}\n{who.Phone}\n{who.Note}");
        return new(new("s" + Convert.ToHexStringLower(draw.AsSpan(0, 12))), new("s" + Convert.ToHexStringLower(draw.AsSpan(12, 12))));
    }

    /// <summary>The personal link's secret part.</summary>
    public string Of(ExpeditionId expedition, SignUpId signUp) => $"{signUp}-{Proof(expedition, signUp.Value)}";

    /// <summary>The sign-up that a secret part opens, or null.</summary>
    public SignUpId? Read(ExpeditionId expedition, string? link)
    {
        if (link is not { Length: > ProofLength + 1 and < 100 } || link[^(ProofLength + 1)] != '-') return null;
        var (id, proof) = (link[..^(ProofLength + 1)], link[^ProofLength..]);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(proof), Encoding.UTF8.GetBytes(Proof(expedition, id))) ? new SignUpId(id) : null;
    }

    private string Proof(ExpeditionId expedition, string id) => Convert.ToHexStringLower(Keyed($"personal\n{expedition}\n{id}").AsSpan(0, ProofLength / 2));

    private byte[] Keyed(string text) => HMACSHA256.HashData(secret.Key.AsSpan(), Encoding.UTF8.GetBytes(text));
}
