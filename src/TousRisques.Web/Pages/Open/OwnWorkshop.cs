using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;

namespace TousRisques.Web.Pages.Open;

/// <summary>A line in a facilitator's list of workshops.</summary>
/// <param name="Id">Its join code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Place">Where it is held, or empty.</param>
/// <param name="OpenedAt">When it was opened, on its territory's clock.</param>
/// <param name="ClosedAt">When it was closed, likewise; or null.</param>
/// <param name="Step">Where the room stands.</param>
/// <param name="People">How many ever joined.</param>
public sealed record OwnWorkshop(
    WorkshopId Id, Text Title, string Place, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, StepKind? Step, int People);

/// <summary>A pack that a facilitator can choose.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Pack">The pack, or null when it cannot be read.</param>
/// <param name="Trouble">Why it cannot be read, or empty.</param>
public sealed record PackChoice(string Id, Pack? Pack, string Trouble);
