using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops;

// The stakeholder board: who decides, acts, informs, is affected.
public sealed partial record Workshop
{
    private Decision PlaceCard(PlaceStakeholder c)
    {
        if (!Has(c.Table)) return No("table", c.Table);
        if (!Script!.Stakeholders.Contains(c.Stakeholder) && !OwnStakeholders.Any(s => s.Id == c.Stakeholder && s.Table == c.Table))
            return No("stakeholder", c.Stakeholder);
        if (c.Role is { } role && CaseRefusal(role, "role") is { } no) return no;
        StakeholderRole? standing = Board.TryGetValue((c.Table, c.Stakeholder), out var held) ? held : null;
        return standing == c.Role ? Decision.Nothing : new StakeholderPlaced(c.Table, c.Stakeholder, c.Role);
    }

    private Decision AddCard(AddStakeholder c)
    {
        if (!Has(c.Table)) return No("table", c.Table);
        if (IdRefusal(c.Stakeholder.Value) is { } badId) return badId;
        if (Script!.Stakeholders.Contains(c.Stakeholder) || OwnStakeholders.Any(s => s.Id == c.Stakeholder)) return new AlreadyThere();
        if (OwnStakeholders.Count(s => s.Table == c.Table) >= Limits.OwnStakeholders) return new TooMany("stakeholder", Limits.OwnStakeholders);
        if (Clean.Line(c.Name, "name", Limits.Title, out var name) is { } no) return no;
        if (CaseRefusal(c.Family, "family") is { } badFamily) return badFamily;
        if (CaseRefusal(c.Role, "role") is { } badRole) return badRole;
        return new StakeholderAdded(c.Stakeholder, c.Table, name, c.Family, c.Role);
    }
}
