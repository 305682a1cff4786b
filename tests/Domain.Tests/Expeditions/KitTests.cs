using CsCheck;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Expeditions.Kits;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Domain.Expeditions.Notices;
using TousRisques.Domain.Rules;
using TousRisques.Domain.Words;
using Xunit;

namespace TousRisques.Domain.Tests.Expeditions;

public class KitTests
{
    private static readonly KitSheetId Id = new("k1");
    private static readonly Evidence Source = new SourceEvidence("Cour des comptes, 2021", "https://exemple.fr/rapport", "");

    private static KitSheet Text(string title = "Ce qui s'arrête", CrisisTime time = CrisisTime.Before) => new(title, time, "", new TextContent("Les box, puis les antennes."), [Source], Estimate: false);

    [Fact]
    public void A_sheet_has_a_source_or_is_marked_as_an_estimate()
    {
        var camp = Covered();
        Assert.IsType<SourceOrEstimate>(camp.Ask(Camp.Member, new AddKitSheet(Id, Text() with { Evidence = [] })).Refusal);
        Assert.Null(camp.Ask(Camp.Member, new AddKitSheet(Id, Text() with { Evidence = [], Estimate = true })).Refusal);
        Assert.IsType<SourceOrEstimate>(camp.Ask(Camp.Member, new ReviseKitSheet(Id, Text() with { Evidence = [] })).Refusal);
        Assert.Null(camp.Ask(Camp.Member, new ReviseKitSheet(Id, Text())).Refusal);
        Assert.Equal(Source, Assert.Single(camp.State.Kit.Find(Id)!.Sheet.Evidence));
        Assert.Empty(camp.Ask(Camp.Member, new ReviseKitSheet(Id, Text())).Events);
    }

    [Fact]
    public void A_sheet_of_any_kind_holds_what_it_is_for()
    {
        var camp = Covered();
        foreach (var empty in new KitContent[]
        {
            new TextContent(" "), new ActionsContent([]), new ActionsContent([new("", "", null, "")]), new DeviceContent(new("none"), ""), new ContactsContent([]), new ContactsContent([new("Maire", "", "")]),
            new FallbackContent("Téléphone", []), new FallbackContent("", ["Aller voir"]), new DataContent("", "", "", "", "", "", "", "Copie"), new DataContent("Registre", "", "", "", "", "", "", ""),
            new ActionsContent([new("Faire", "", new("none"), "")]),
        })
            Assert.NotNull(camp.Ask(Camp.Member, new AddKitSheet(Id, Text() with { Content = empty })).Refusal);
        var number = 0;
        foreach (var full in new KitContent[]
        {
            new TextContent("Un texte"), new ActionsContent([new("Faire", "Permanence", null, "rouen/porte-voix")]), new ContactsContent([new("Permanence", "Ville", "Y aller")]),
            new FallbackContent("Téléphone", ["Aller voir"]), new DataContent("Registre", "", "", "", "", "", "", "Copie papier"),
        })
            Assert.Null(camp.Ask(Camp.Member, new AddKitSheet(new($"k{++number}"), Text() with { Content = full })).Refusal);
        Assert.Equal(5, camp.State.Kit.InOrder.Length);
    }

    [Fact]
    public void A_device_is_its_own_evidence_and_stays_when_the_catalogue_lets_go_of_it()
    {
        var camp = Covered();
        camp.Ask(Camp.Member, new AddDevice(new("sirene-mairie"), DeviceSheet.Of("Sirène", "Alerte.")));
        Assert.Null(camp.Ask(Camp.Member, new AddKitSheet(Id, Text() with { Content = new DeviceContent(new("sirene-mairie"), ""), Evidence = [] })).Refusal);
        Assert.Equal(new DeviceEvidence(new("sirene-mairie")), Assert.Single(camp.State.Kit.Find(Id)!.Sheet.Evidence));
        camp.Ask(Camp.Moderator, new RefuseDevices([new("sirene-mairie")], "Démontée"));
        Assert.Null(camp.Ask(Camp.Member, new ReviseKitSheet(Id, Text("La sirène") with { Content = new DeviceContent(new("sirene-mairie"), "À l'arrêt."), Evidence = [] })).Refusal);
        Assert.IsType<Unknown>(camp.Ask(Camp.Member, new AddKitSheet(new("k2"), Text() with { Content = new DeviceContent(new("sirene-mairie"), "") })).Refusal);
    }

    [Fact]
    public void Everybody_reads_the_last_version_and_members_the_draft()
    {
        var camp = Covered();
        Assert.IsType<NothingToPublish>(camp.Ask(Camp.Moderator, new PublishKit(1, "")).Refusal);
        camp.Ask(Camp.Member, new AddKitSheet(Id, Text()));
        Assert.Null(camp.State.Kit.For(Standing.Anyone));
        Assert.Equal(new StandingNeeded(Standing.Moderator), camp.Ask(Camp.Member, new PublishKit(2, "")).Refusal);
        Assert.Equal(new TextMovedOn(2), camp.Ask(Camp.Moderator, new PublishKit(1, "")).Refusal);
        Assert.Null(camp.Ask(Camp.Moderator, new PublishKit(2, "La première.")).Refusal);
        Assert.IsType<NothingToPublish>(camp.Ask(Camp.Moderator, new PublishKit(2, "")).Refusal);
        camp.Ask(Camp.Member, new ReviseKitSheet(Id, Text("Autrement dit")));
        camp.Ask(Camp.Member, new AddKitSheet(new("k2"), Text("Après coup", CrisisTime.After)));
        var kit = camp.State.Kit;
        Assert.Equal((1, "Ce qui s'arrête"), (kit.For(Standing.Anyone)!.Number, Assert.Single(kit.For(Standing.Anyone)!.Leaves).Sheet.Title));
        Assert.Equal((0, "Autrement dit", 2), (kit.For(Standing.Member)!.Number, kit.For(Standing.Member)!.Leaves[0].Sheet.Title, kit.For(Standing.Member)!.Leaves.Length));
        Assert.Null(camp.Ask(Camp.Moderator, new PublishKit(kit.Draft, "")).Refusal);
        Assert.Equal((2, 2), (camp.State.Kit.For(Standing.Member)!.Number, camp.State.Kit.Published!.Leaves.Length));
        Assert.Equal("Ce qui s'arrête", camp.State.Kit.Version(1)!.Leaves[0].Sheet.Title);
        Assert.Null(camp.State.Kit.Version(3));
        Assert.Contains(camp.State.Notices.Of("lea", Standing.Lead), n => n is { Kind: NoticeKind.KitPublished, Subject: "2" });
    }

    [Fact]
    public void Sheets_are_put_in_order_within_their_time_withdrawn_and_brought_back()
    {
        var camp = Covered();
        foreach (var (name, time) in new[] { ("a", CrisisTime.During), ("b", CrisisTime.Before), ("c", CrisisTime.During), ("d", CrisisTime.After) }) camp.Ask(Camp.Member, new AddKitSheet(new(name), Text(name, time)));
        Assert.Equal("bacd", Order(camp));
        Assert.Empty(camp.Ask(Camp.Member, new MoveKitSheet(new("a"), Earlier: true)).Events);
        camp.Ask(Camp.Member, new MoveKitSheet(new("c"), Earlier: true));
        Assert.Equal("bcad", Order(camp));
        camp.Ask(Camp.Member, new WithdrawKitSheet(new("c")));
        Assert.Equal("bad", Order(camp));
        Assert.Empty(camp.Ask(Camp.Member, new WithdrawKitSheet(new("c"))).Events);
        camp.Ask(Camp.Member, new RestoreKitSheet(new("c")));
        Assert.Equal("bcad", Order(camp));
        Assert.IsType<Unknown>(camp.Ask(Camp.Member, new MoveKitSheet(new("none"), Earlier: true)).Refusal);
    }

    [Fact]
    public void Who_has_no_part_changes_nothing_and_knows_nothing_of_a_private_kit()
    {
        foreach (var (isPublic, expected) in new[] { (true, typeof(StandingNeeded)), (false, typeof(NoSuchExpedition)) })
        {
            var camp = Covered(isPublic);
            foreach (var command in new KitCommand[] { new CoverKit(new("X", "", "", "", "")), new AddKitSheet(Id, Text()), new ReviseKitSheet(Id, Text()), new MoveKitSheet(Id, true), new WithdrawKitSheet(Id), new RestoreKitSheet(Id), new PublishKit(1, "") })
                Assert.IsType(expected, camp.Ask(Camp.Visitor, command).Refusal);
        }
    }

    [Fact]
    public void Whatever_is_done_no_sheet_stands_without_a_source_or_the_mark_and_versions_never_change() => Gen.Int[0, 5].Select(Gen.Int[0, 3], Gen.Bool, Gen.Bool).Array[0, 40].Sample(doings =>
    {
        var camp = Covered();
        var seen = new List<KitEdition>();
        foreach (var (what, which, sourced, estimate) in doings)
        {
            var id = new KitSheetId($"k{which}");
            var sheet = Text($"{which} {sourced}", (CrisisTime)(which % 3)) with { Evidence = sourced ? [Source] : [], Estimate = estimate };
            camp.Ask(Camp.Moderator, what switch
            {
                0 => new AddKitSheet(id, sheet),
                1 => new ReviseKitSheet(id, sheet),
                2 => new MoveKitSheet(id, sourced),
                3 => new WithdrawKitSheet(id),
                4 => new RestoreKitSheet(id),
                _ => new PublishKit(camp.State.Kit.Draft, ""),
            });
            if (camp.State.Kit.Versions.Length > seen.Count) seen.Add(camp.State.Kit.Published!);
        }
        return camp.State.Kit.All.All(l => l.Sheet.Estimate || !l.Sheet.Evidence.IsEmpty) && seen.SequenceEqual(camp.State.Kit.Versions);
    }, iter: 300);

    private static string Order(Camp camp) => string.Concat(camp.State.Kit.InOrder.Select(l => l.Id.Value));

    private static Camp Covered(bool isPublic = true)
    {
        var camp = new Camp(isPublic);
        Assert.Null(camp.Ask(Camp.Lead, new CoverKit(new("Kit d'Elbeuf", "Elbeuf", "La permanence", "", ""))).Refusal);
        return camp;
    }
}
