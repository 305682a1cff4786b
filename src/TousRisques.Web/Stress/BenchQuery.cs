using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using TousRisques.Analysis.Stress;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;

namespace TousRisques.Web.Stress;

/// <summary>
/// What an address of the bench asks: perils with their times, changes to try. Addresses come from anywhere, so all of it is bounded: names that the pack
/// does not know are set aside and said, and never more than a few things are taken.
/// </summary>
/// <param name="Perils">Perils with their times, each once, the first at zero.</param>
/// <param name="Follow">How long to follow them; null for the pack's own window.</param>
/// <param name="WhatIf">Changes to try.</param>
/// <param name="Unknown">What was asked for and means nothing here, a few of them, cut short.</param>
/// <param name="TooMany">Whether more was asked than is taken.</param>
/// <param name="IsForm">Whether it came from a form, whose address has empty fields: send its reader on to the short one.</param>
public sealed record BenchQuery(
    ImmutableArray<PerilAt> Perils, TimeSpan? Follow, WhatIf WhatIf, ImmutableArray<string> Unknown, bool TooMany, bool IsForm)
{
    /// <summary>Perils that may meet.</summary>
    public const int MostPerils = 3;
    /// <summary>Changes tried together.</summary>
    public const int MostChanges = 20;
    /// <summary>The longest delay, reserve and time followed.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <summary>Reads an address.</summary>
    /// <param name="query">Its query.</param>
    /// <param name="pack">The pack.</param>
    /// <param name="perils">The bench's perils: the pack's own, or its acts.</param>
    public static BenchQuery Of(IQueryCollection query, Pack pack, ImmutableArray<Peril> perils) => new Reader(query, pack, perils).Read();

    /// <summary>Perils for an address: <c>h=flood@0&amp;h=pandemic@6h</c>.</summary>
    public static string Of(IEnumerable<PerilAt> perils) => string.Join('&', perils.Select(p => $"h={Uri.EscapeDataString(p.Peril.Value)}@{Write(p.At)}"));

    /// <summary>Changes for an address, each beginning with an ampersand; empty for none.</summary>
    public static string Of(WhatIf whatIf)
    {
        ArgumentNullException.ThrowIfNull(whatIf);
        return string.Concat(Parts(whatIf).Select(p => $"&{p.Key}={Uri.EscapeDataString(p.Value).Replace("%3A", ":", StringComparison.Ordinal)}"));
    }

    /// <summary>Changes as fields of a form.</summary>
    public static IEnumerable<(string Key, string Value)> Parts(WhatIf whatIf)
    {
        ArgumentNullException.ThrowIfNull(whatIf);
        return
        [
            .. whatIf.Out.Select(c => ("out", c.Value)), .. whatIf.Fallbacks.Select(c => ("fallback", c.Value)),
            .. whatIf.Substitutes.Select(s => ("by", $"{s.For.Value}:{s.By.Value}")), .. whatIf.Reserves.Select(r => ("reserve", $"{r.Component.Value}:{Write(r.Hours)}")),
            .. whatIf.Actions.Select(a => ("action", a.Value)), .. whatIf.Spared.Select(c => ("spare", c.Value)), .. whatIf.Averted.Select(p => ("avert", p.Value)),
            .. whatIf.Added.Select(a => ("add", Additions.Write(a))),
        ];
    }

    /// <summary>A time for an address: <c>36h</c>, <c>1w2d</c>, <c>0</c>.</summary>
    public static string Write(TimeSpan time) => Formats.Durations.Write(time).Replace(" ", "", StringComparison.Ordinal);

    private sealed class Reader(IQueryCollection query, Pack pack, ImmutableArray<Peril> perils)
    {
        private const int MostUnknown = 5, LongestShown = 40;
        private static readonly string[] FormFields = ["d", "fallback-for", "with", "reserve-for", "hours", Additions.Form];
        private readonly HashSet<string> components = [.. pack.Territory.Components.Where(c => c.Nature != Nature.Function).Select(c => c.Id.Value)];
        private readonly HashSet<string> actions = [.. pack.Scenario.Actions.Where(a => !a.Effects.IsEmpty).Select(a => a.Id.Value)];
        private readonly HashSet<string> known = [.. perils.Select(p => p.Id.Value)];
        private readonly List<string> unknown = [];
        private bool tooMany;
        private int changes;

        public BenchQuery Read()
        {
            TimeSpan? follow = Values("w") is [{ } w, ..] ? Formats.Durations.TryParse(w, out var read) && read >= TimeSpan.FromHours(1) && read <= Longest ? read : Unread<TimeSpan?>(w) : null;
            var whatIf = new WhatIf
            {
                Out = Ids("out", components, s => new ComponentId(s)),
                Spared = Ids("spare", components, s => new ComponentId(s)),
                Fallbacks = Fallbacks(),
                Substitutes = Substitutes(),
                Reserves = Reserves(),
                Actions = Ids("action", actions, s => new ActionId(s)),
                Averted = Ids("avert", known, s => new PerilId(s)),
                Added = Added(),
            };
            var form = FormFields.Any(query.ContainsKey) || query.Any(p => p.Value.Any(string.IsNullOrEmpty) && p.Key is "h" or "out" or "spare" or "action" or "avert");
            return new(PerilsAt(), follow, whatIf, [.. unknown], tooMany, form);
        }

        /// <summary>What was given under a name, empty fields left out; not more than could be of use.</summary>
        private List<string> Values(string key)
        {
            if (!query.TryGetValue(key, out var values)) return [];
            var given = values.Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!).ToList();
            if (given.Count <= MostChanges) return given;
            tooMany = true;
            return given[..MostChanges];
        }

        private ImmutableArray<T> Ids<T>(string key, HashSet<string> names, Func<string, T> make) =>
            [.. Values(key).Distinct().Where(v => names.Contains(v) || Unread<bool>(v)).Where(_ => Counts()).Select(make)];

        private ImmutableArray<ComponentId> Fallbacks()
        {
            var more = Values("fallback-for") is [{ } id, ..] && Values("with").Count == 0 ? id : null;
            return [.. Values("fallback").Append(more).OfType<string>().Distinct().Where(v => components.Contains(v) || Unread<bool>(v)).Where(_ => Counts()).Select(v => new ComponentId(v))];
        }

        private ImmutableArray<Substitute> Substitutes()
        {
            var given = Values("by");
            if (Values("fallback-for") is [{ } of, ..] && Values("with") is [{ } by, ..]) given.Add($"{of}:{by}");
            return
            [
                .. given.Distinct().Where(v => v.Split(':') is [{ } of, { } by] && of != by && components.Contains(of) && components.Contains(by) || Unread<bool>(v))
                    .Where(_ => Counts()).Select(v => v.Split(':')).Select(p => new Substitute(new(p[0]), new(p[1]))),
            ];
        }

        private ImmutableArray<Reserve> Reserves()
        {
            var given = Values("reserve");
            if (Values("reserve-for") is [{ } of, ..]) given.Add($"{of}:{(Values("hours") is [{ } hours, ..] && Whole(hours) is { } n ? n : 72).ToString(CultureInfo.InvariantCulture)}h");
            var reserves = new Dictionary<string, TimeSpan>();
            foreach (var v in given)
                if (v.Split(':') is [{ } id, { } time] && components.Contains(id) && Formats.Durations.TryParse(time, out var length) && length <= Longest)
                {
                    if (reserves.ContainsKey(id) || Counts()) reserves[id] = length;
                }
                else Unread<bool>(v);
            return [.. reserves.Select(r => new Reserve(new(r.Key), r.Value))];
        }

        private ImmutableArray<Addition> Added()
        {
            var added = ImmutableArray.CreateBuilder<Addition>();
            foreach (var v in Values("add").Concat(Additions.OfForm(query)).Distinct())
            {
                if (Additions.Read(v, components) is not { } addition) Unread<bool>(v);
                else if (added.Count == Additions.Most) tooMany = true;
                else if (Counts()) added.Add(addition);
            }
            return added.ToImmutable();
        }

        private ImmutableArray<PerilAt> PerilsAt()
        {
            query.TryGetValue("d", out var delays);
            query.TryGetValue("h", out var given);
            var chosen = new List<PerilAt>();
            for (var i = 0; i < given.Count; i++)
            {
                if (given[i] is not { Length: > 0 } value) continue;
                var (id, at) = value.Split('@') switch
                {
                    [var name] => (name, i < delays.Count && Whole(delays[i]) is { } hours ? TimeSpan.FromHours(hours) : TimeSpan.Zero),
                    [var name, var time] when Formats.Durations.TryParse(time, out var read) && read <= Longest => (name, read),
                    _ => ("", TimeSpan.Zero),
                };
                if (!known.Contains(id)) Unread<bool>(value);
                else if (chosen.Any(p => p.Peril.Value == id)) continue;
                else if (chosen.Count == MostPerils) tooMany = true;
                else chosen.Add(new(new(id), at));
                if (i >= MostChanges) break;
            }
            var first = chosen.Count == 0 ? TimeSpan.Zero : chosen.Min(p => p.At);
            return [.. chosen.Select(p => p with { At = p.At - first }).OrderBy(p => p.At)];
        }

        private static int? Whole(string? hours) =>
            int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= Longest.TotalHours ? n : null;

        private bool Counts()
        {
            if (changes == MostChanges)
            {
                tooMany = true;
                return false;
            }
            changes++;
            return true;
        }

        private T? Unread<T>(string value)
        {
            if (unknown.Count < MostUnknown) unknown.Add(value.Length <= LongestShown ? value : value[..(LongestShown - 1)] + "…");
            return default;
        }
    }
}
