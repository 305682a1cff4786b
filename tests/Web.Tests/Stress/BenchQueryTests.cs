using CsCheck;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using TousRisques.Analysis.Stress;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Web.Stress;

namespace TousRisques.Web.Tests.Stress;

/// <summary>Addresses of the bench: what is written is read back, whatever comes is bounded.</summary>
public sealed class BenchQueryTests
{
    private static readonly ComponentId[] Parts = [.. BenchPack.Pack.Territory.Components.Where(c => c.Nature != Nature.Function).Select(c => c.Id)];

    private static readonly Gen<WhatIf> Changes =
        from outs in Some()
        from spared in Some()
        from fallbacks in Some()
        from reserves in Gen.Select(Some(), Gen.Int[0, 8760 * 60].Array[6], (ids, minutes) => ids.Select((c, i) => new Reserve(c, TimeSpan.FromMinutes(minutes[i % 6]))).ToArray())
        from pairs in Gen.Select(Gen.Int[0, Parts.Length - 1], Gen.Int[0, Parts.Length - 1], (a, b) => new Substitute(Parts[a], Parts[b])).Array[0, 3]
        from added in Gen.Select(Gen.OneOf(Pages.HostileWords.All), Some(), Gen.Int[0, 8760 * 60], Some(), Gen.Enum<Nature>()).Array[0, 2]
        select new WhatIf { Added = [.. added.Select((a, i) => new Addition($"{i}{Clean(a.Item1)}", [.. a.Item2], TimeSpan.FromMinutes(a.Item3), [.. a.Item4], a.Item5 == Nature.Function ? Nature.Human : a.Item5))], Out = [.. outs], Spared = [.. spared], Fallbacks = [.. fallbacks], Reserves = [.. reserves], Substitutes = [.. pairs.Where(s => s.For != s.By).Distinct()] };

    [Fact]
    public void What_an_address_is_made_of_is_read_back()
    {
        var perils = Gen.Select(Gen.Shuffle(BenchPack.Pack.Stress.Perils.Select(p => p.Id).ToArray(), 1, 3), Gen.Int[0, 300].Array[3]);
        Gen.Select(perils, Changes).Sample((chosen, whatIf) =>
        {
            var at = chosen.Item1.Select((p, i) => new PerilAt(p, TimeSpan.FromHours(i == 0 ? 0 : chosen.Item2[i]))).ToArray();
            var read = Read(BenchQuery.Of(at) + BenchQuery.Of(whatIf));
            Assert.Equal(at.OrderBy(p => p.At).ToHashSet(), read.Perils.ToHashSet());
            Assert.Equal(BenchQuery.Parts(whatIf), BenchQuery.Parts(read.WhatIf));
            Assert.False(read.TooMany || read.IsForm || !read.Unknown.IsEmpty);
        });
    }

    [Fact]
    public void However_much_is_asked_little_is_taken()
    {
        var all = string.Join('&', Enumerable.Range(0, 500).SelectMany(i => new[] { "out=power", $"reserve=masts:{i}h", $"spare=x{i}", "h=storm@1h", "fallback=fibre", "by=masts:radio" }));
        var read = Read(all);
        Assert.True(read.TooMany);
        Assert.InRange(BenchQuery.Parts(read.WhatIf).Count(), 1, BenchQuery.MostChanges);
        Assert.Single(read.Perils);
        Assert.Equal(TimeSpan.Zero, read.Perils[0].At);
        Assert.InRange(read.Unknown.Length, 1, 5);
    }

    [Fact]
    public void The_fields_of_a_form_become_changes()
    {
        var read = Read("out=power&fallback-for=masts&with=radio&reserve-for=fibre&hours=36&action=&h=storm&d=0&h=jammer&d=6&h=&d=0");
        Assert.True(read.IsForm);
        Assert.Equal([new ComponentId("power")], read.WhatIf.Out);
        Assert.Equal([new Substitute(new("masts"), new("radio"))], read.WhatIf.Substitutes);
        Assert.Equal([new Reserve(new("fibre"), TimeSpan.FromHours(36))], read.WhatIf.Reserves);
        Assert.Equal([new PerilAt(new("storm"), TimeSpan.Zero), new PerilAt(new("jammer"), TimeSpan.FromHours(6))], read.Perils);
    }

    [Theory]
    [InlineData("add=Siren~power,masts~24h~radio~digital", true)]
    [InlineData("add=Siren~~0~radio", true)]
    [InlineData("add=~power~24h~radio", false)] // no name
    [InlineData("add=Siren~moon~24h~radio", false)]
    [InlineData("add=Siren~power~24h~alert", false)] // nothing stands in for a function
    [InlineData("add=Siren~power~9000h~radio", false)]
    [InlineData("add=Siren~power~24h~radio~function", false)]
    [InlineData("add=Siren~power~24h~radio~digital~more", false)]
    public void What_is_added_is_taken_whole_or_set_aside(string query, bool taken)
    {
        var read = Read(query);
        Assert.Equal((taken ? 1 : 0, taken ? 0 : 1), (read.WhatIf.Added.Length, read.Unknown.Length));
    }

    [Fact]
    public void A_form_adds_a_component_and_only_a_few_are_taken()
    {
        var read = Read("add-name=Sir~ène%E2%80%AE+mobile&add-needs=staff&add-needs=&add-needs=power&add-hours=6&add-for=radio&add-nature=human&out=");
        Assert.True(read.IsForm);
        var added = Assert.Single(read.WhatIf.Added);
        Assert.Equal("Sirène mobile", added.Name);
        Assert.Equal(["staff", "power"], added.Needs.Select(n => n.Value));
        Assert.Equal((TimeSpan.FromHours(6), Nature.Human), (added.Autonomy, added.Nature));
        Assert.Empty(Read("add-name=&add-hours=0&add-for=&add-needs=&add-nature=low-tech").WhatIf.Added);
        var many = Read(string.Join('&', Enumerable.Range(0, 30).Select(i => $"add=S{i}~~0~radio")));
        Assert.True(many.TooMany);
        Assert.Equal(3, many.WhatIf.Added.Length);
    }

    private static string Clean(string name)
    {
        var read = Read("add=" + Uri.EscapeDataString("x" + name.Replace("~", "", StringComparison.Ordinal)) + "~~0~");
        return read.WhatIf.Added is [var one] ? one.Name : "x";
    }

    private static BenchQuery Read(string query) => BenchQuery.Of(new QueryCollection(QueryHelpers.ParseQuery(query)), BenchPack.Pack, BenchPack.Pack.Stress.Perils);

    private static Gen<ComponentId[]> Some() => Gen.Shuffle(Parts, 0, 3);
}
