using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Domain.Words;
using TousRisques.Formats.Yaml;

namespace TousRisques.Formats.Expeditions;

/// <summary>Reads inquiry grids.</summary>
internal static class GridReading
{
    public static GridEntry Grid(ExpeditionDesk desk, YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.Grid);
        return new(desk.Name(f.Required("id")), new GridForm(desk.Text(f.Required("title")), desk.Text(f.Optional("introduction")), desk.List(f.Required("sections"), n => Section(desk, n)), []));
    }

    private static Section Section(ExpeditionDesk desk, YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.Section);
        var head = new SectionHead(
            desk.Text(f.Required("name")), desk.Text(f.Required("title")), desk.Text(f.Optional("hint")), desk.Optional<Theme>(f.Optional("theme")), desk.Choices<StakeholderFamily>(f.Optional("families")), "", []);
        return new(head, desk.List(f.Required("questions"), n => Question(desk, n)));
    }

    private static Question Question(ExpeditionDesk desk, YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.Question);
        return Domain.Expeditions.Inquiries.Question.Of(desk.Text(f.Required("name")), desk.Choice<QuestionType>(f.Required("type")), desk.Text(f.Required("label"))) with
        {
            Hint = desk.Text(f.Optional("hint")),
            Required = desk.Truth(f.Optional("required")),
            Choices = desk.List(f.Optional("choices"), n => Choice(desk, n)),
            Parameters = desk.Text(f.Optional("parameters")),
            Relevant = desk.Text(f.Optional("relevant")),
            Constraint = desk.Text(f.Optional("constraint")),
            ConstraintMessage = desk.Text(f.Optional("constraintMessage")),
        };
    }

    private static Choice Choice(ExpeditionDesk desk, YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.Choice);
        return new(desk.Text(f.Required("name")), desk.Text(f.Required("label")), []);
    }
}
