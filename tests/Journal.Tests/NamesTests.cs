using System.Text.RegularExpressions;
using TousRisques.Journal.Names;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Journal.Tests;

public partial class NamesTests
{
    [Fact]
    public void Every_fact_has_exactly_one_name() => Complete(EventNames.Kinds);

    [Fact]
    public void Every_command_has_exactly_one_name() => Complete(CommandNames.Kinds);

    [Fact]
    public void Every_fact_of_an_expedition_has_exactly_one_name() => Complete(ExpeditionEventNames.Kinds);

    [Fact]
    public void Every_command_to_an_expedition_has_exactly_one_name() => Complete(ExpeditionCommandNames.Kinds);

    [Fact]
    public void Every_refusal_has_exactly_one_name() => Complete(RefusalNames.Kinds);

    [Fact]
    public void Every_actor_audience_and_cause_has_exactly_one_name()
    {
        Complete(CaseNames.Actors);
        Complete(CaseNames.ExpeditionActors);
        Complete(CaseNames.Evidences);
        Complete(CaseNames.KitContents);
        Complete(CaseNames.Audiences);
        Complete(CaseNames.Causes);
    }

    private static void Complete<T>(Kinds<T> kinds) where T : class
    {
        Assert.Equal(FactGenerators.CasesOf(typeof(T)).Select(t => t.Name).Order(), kinds.Cases.Select(c => c.Type.Name).Order());
        Assert.Equal(kinds.Names.Distinct(), kinds.Names);
        Assert.All(kinds.Names, name => Assert.Matches(Kebab(), name));
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex Kebab();
}
