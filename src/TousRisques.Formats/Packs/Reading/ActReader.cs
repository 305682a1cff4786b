using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Yaml;

namespace TousRisques.Formats.Packs.Reading;

/// <summary>Reads acts with their events and constraints, and checks their hours.</summary>
internal sealed class ActReader(Desk desk)
{
    private static readonly ImmutableArray<string> Accents = ["blue", "violet", "red"];

    /// <summary>An hour of the story and where it is written; null when it is not.</summary>
    private readonly record struct Hour(TimeSpan At, string Written, Spot Spot);

    public ImmutableArray<Act> Acts(YamlNode? node)
    {
        Hour? above = null;
        return desk.List(node, item =>
        {
            var act = Act(item, above, out var at);
            above = at ?? above;
            return act;
        }, atLeastOne: true);
    }

    private Act Act(YamlNode node, Hour? above, out Hour? at)
    {
        using var fields = desk.Open(node, Shape.Act);
        at = HourOf(fields.Required("at"), out var atHour);
        Hour? until = HourOf(fields.Required("until"), out var untilHour);
        if (at is { } a && until is { } u && u.At <= a.At)
        {
            desk.Findings.Error(FindingCode.UntilNotAfterAt, u.Spot, u.Written, other: a.Spot);
            until = null;
        }
        if (at is { } own && above is { } last && own.At <= last.At)
            desk.Findings.Error(FindingCode.OutOfOrder, own.Spot, own.Written, other: last.Spot);

        var act = new Act
        {
            Id = new(desk.Declare(fields.Required("id"), Thing.Act)),
            Kind = desk.Enum<ActKind>(fields.Required("kind")),
            Title = desk.Text(fields.Required("title")),
            Intro = desk.Text(fields.Required("intro")),
            Accent = (fields.Optional("accent") is { } accent ? desk.OneOf(accent, Accents) : null) ?? Accents[0],
            At = atHour,
            Until = untilHour,
            Slots = desk.Whole(fields.Required("slots"), 1, 100),
            Effort = desk.Whole(fields.Required("effort"), 1, 1000),
            Minutes = desk.ByKey(fields.Optional("minutes"), Shape.Minutes, n => desk.Whole(n, 1, 240)),
            Guide = desk.ByKey(fields.Optional("guide"), Shape.ActGuide, desk.Text),
            Events = Events(fields.Optional("events"), above, until),
            Constraints = desk.List(fields.Optional("constraints"), n => Constraint(n, until)),
        };
        if (act.Events.IsEmpty && fields.Exist) desk.Findings.Error(FindingCode.ActWithoutEvents, fields.SpotOf("events"), act.Id.Value);
        return act;
    }

    private ImmutableArray<ScenarioEvent> Events(YamlNode? node, Hour? above, Hour? until) => desk.List(node, item =>
    {
        using var fields = desk.Open(item, Shape.Event);
        var hour = HourOf(fields.Required("at"), out var at);
        if (hour is { } h)
        {
            // Hours are written in order, and no event of a later act may change what an earlier act has already shown.
            if (above is { } last && h.At < last.At) desk.Findings.Error(FindingCode.OutOfOrder, h.Spot, h.Written, other: last.Spot);
            above = h;
        }
        CheckEnd(hour, until);
        return desk.Event(fields) with { At = at, Strikes = desk.Strikes(fields.Optional("strikes")) };
    });

    private Constraint Constraint(YamlNode node, Hour? until)
    {
        using var fields = desk.Open(node, Shape.Constraint);
        CheckEnd(HourOf(fields.Required("at"), out var at), until);
        var constraint = new Constraint
        {
            Id = new(desk.Declare(fields.Required("id"), Thing.Constraint)),
            At = at,
            For = fields.Optional("for") is { } spell ? desk.Duration(spell, TimeSpan.FromMinutes(1)) : null,
            Title = desk.Text(fields.Required("title")),
            Story = desk.Text(fields.Required("story")),
            Hazards = desk.Hazards(fields.Optional("hazards")),
            Reality = desk.Enum<Reality>(fields.Required("reality")),
            MadeFrom = desk.TrueFacts(fields.Optional("madeFrom")),
            Strikes = desk.Strikes(fields.Optional("strikes")),
            Caps = desk.List(fields.Optional("caps"), Cap),
        };
        // A constraint has no sources of its own: its facts carry them, real or inspired.
        desk.CheckReality(fields, constraint.Id.Value, constraint.Reality, !constraint.MadeFrom.IsEmpty, !constraint.MadeFrom.IsEmpty);
        return constraint;
    }

    private Cap Cap(YamlNode node)
    {
        using var fields = desk.Open(node, Shape.Cap);
        var onNode = fields.Required("on");
        var on = desk.Enum<Resource>(onNode);
        var (share, atMost) = (fields.Optional("share"), fields.Optional("atMost"));
        if (onNode is not null)
        {
            var (wanted, other) = on == Resource.Gatherings ? ("atMost", "share") : ("share", "atMost");
            if (!fields.Has(wanted)) desk.Findings.Error(FindingCode.MissingKey, fields.At, wanted);
            if (fields.Has(other)) desk.Findings.Error(FindingCode.OneKeyOnly, fields.SpotOf(other), other, new Expected.OneKeyOf([wanted]));
        }
        return new(on, share is null ? null : desk.Number(share, 0, 1), atMost is null ? null : desk.Whole(atMost, 0, 10_000_000));
    }

    private Hour? HourOf(YamlNode? node, out TimeSpan at)
    {
        at = desk.Duration(node);
        return node is YamlScalar scalar && Durations.TryParse(scalar.Value.Trim(), out _) ? new Hour(at, scalar.Value.Trim(), node.At) : null;
    }

    private void CheckEnd(Hour? hour, Hour? until)
    {
        if (hour is { } h && until is { } u && h.At >= u.At)
            desk.Findings.Error(FindingCode.AfterTheEnd, h.Spot, h.Written, other: u.Spot);
    }
}
