using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TousRisques.Web.Api;

/// <summary>Signs in.</summary>
internal sealed record SignInRequest(string Name, string Password);

/// <summary>Opens a workshop.</summary>
/// <param name="Pack">Name of an installed pack; the shipped one by default.</param>
/// <param name="Mode"><c>full</c>, <c>brief</c> or <c>solo</c>.</param>
/// <param name="Title">Its title, or empty for the scenario's.</param>
/// <param name="Place">Where it is held, or empty.</param>
/// <param name="Tables">Names of its tables; one called A by default.</param>
internal sealed record OpenRequest(
    [property: DefaultValue("seine-maritime")] string? Pack, [property: DefaultValue("full")] string? Mode, string? Title, string? Place,
    [property: MaxLength(20)] string[]? Tables);

/// <summary>Joins a workshop.</summary>
/// <param name="Name">First name or pseudonym.</param>
/// <param name="ShowName">Whether the report may show it.</param>
/// <param name="Table">Table wanted, or null for the one with most room.</param>
internal sealed record JoinRequest(string Name, bool ShowName, string? Table);

/// <summary>Comes back with a resume code.</summary>
/// <param name="Words">The four words.</param>
internal sealed record ResumeRequest(string Words);

/// <summary>Invites somebody.</summary>
/// <param name="Role"><c>facilitator</c>, <c>observer</c> or <c>screen</c>.</param>
/// <param name="Name">Their name, for the journal.</param>
internal sealed record InviteRequest(string Role, string? Name);

/// <summary>A token to send as <c>Authorization: Bearer …</c>.</summary>
internal sealed record TokenAnswer(string Token);

/// <summary>A workshop just opened, with a token to lead it.</summary>
internal sealed record OpenAnswer(string Code, string Token, long Version);

/// <summary>A part just taken in a workshop.</summary>
/// <param name="Participant">Their name in commands.</param>
/// <param name="Resume">The resume code, told here only.</param>
/// <param name="Token">A token to play with.</param>
internal sealed record JoinAnswer(string Participant, string? Resume, string Token);

/// <summary>A command was taken.</summary>
/// <param name="Version">The workshop's version after it.</param>
internal sealed record DoneAnswer(long Version);

/// <summary>A pack installed on this server.</summary>
internal sealed record PackAnswer(string Id, string Version, string Title, string Summary, int Acts, int Characters, int Actions, bool Broken);
