using System.Collections.Immutable;
using CsCheck;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Devices;
using TousRisques.Domain.Rules;
using TousRisques.Domain.Words;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Domain.Tests.Expeditions;

public class CatalogueTests
{
    private static readonly DeviceId Siren = new("siren-001"), Register = new("register-1");
    private static readonly DeviceSheet Sheet = DeviceSheet.Of("Sirène à manivelle", "Alerte un hameau.");

    [Fact]
    public void What_a_visitor_declares_waits_for_a_moderator()
    {
        var camp = new Camp();
        Assert.Null(camp.Ask(Camp.Visitor, new DeclareDevice(Siren, Sheet)).Refusal);
        Assert.Equal([Siren], camp.State.Catalogue.Pending.Select(d => d.Id));
        foreach (var actor in new[] { Camp.Visitor, Camp.Stranger, Camp.Member }) Assert.Equal(new StandingNeeded(Standing.Moderator), camp.Ask(actor, new AcceptDevices([Siren])).Refusal);
        camp.Ask(Camp.Moderator, new AcceptDevices([Siren]));
        Assert.Equal(DeviceStatus.Accepted, camp.State.Catalogue.Find(Siren)!.Status);
        Assert.Empty(camp.State.Catalogue.Pending);
    }

    [Fact]
    public void Members_add_directly_and_visitors_do_not()
    {
        var camp = new Camp();
        Assert.Equal(new StandingNeeded(Standing.Member), camp.Ask(Camp.Visitor, new AddDevice(Siren, Sheet)).Refusal);
        camp.Ask(Camp.Member, new AddDevice(Siren, Sheet));
        Assert.Equal(DeviceStatus.Accepted, camp.State.Catalogue.Find(Siren)!.Status);
    }

    [Fact]
    public void A_refusal_has_a_reason_and_can_be_taken_back()
    {
        var camp = new Camp();
        camp.Ask(Camp.Visitor, new DeclareDevice(Siren, Sheet));
        Assert.IsType<ReasonWanted>(camp.Ask(Camp.Moderator, new RefuseDevices([Siren], " \n")).Refusal);
        camp.Ask(Camp.Moderator, new RefuseDevices([Siren], "Publicité"));
        Assert.Equal("Publicité", camp.State.Catalogue.Find(Siren)!.Reason);
        Assert.Equal(new StandingNeeded(Standing.Moderator), camp.Ask(Camp.Member, new UndoDevice(Siren, 1)).Refusal);
        camp.Ask(Camp.Moderator, new UndoDevice(Siren, 1));
        Assert.Equal([Siren], camp.State.Catalogue.Pending.Select(d => d.Id));
    }

    [Fact]
    public void Members_complete_a_declaration_before_and_after_it_is_accepted_and_each_version_is_kept()
    {
        var camp = new Camp();
        camp.Ask(Camp.Visitor, new DeclareDevice(Siren, Sheet));
        camp.Ask(Camp.Member, new ReviseDevice(Siren, Sheet with { Cost = "400 €" }));
        camp.Ask(Camp.Moderator, new AcceptDevices([Siren]));
        camp.Ask(Camp.Member, new ReviseDevice(Siren, Sheet with { Cost = "450 €" }));
        var device = camp.State.Catalogue.Find(Siren)!;
        Assert.Equal(["", "400 €", "400 €"], device.Steps.Select(s => s.Sheet.Cost));
        Assert.Empty(camp.Ask(Camp.Member, new UndoDevice(Siren, 1)).Events); // seen too early
        camp.Ask(Camp.Member, new UndoDevice(Siren, device.Changes));
        Assert.Equal("400 €", camp.State.Catalogue.Find(Siren)!.Sheet.Cost);
        Assert.Empty(camp.Ask(Camp.Member, new ReviseDevice(Siren, Sheet with { Cost = " 400 € " })).Events); // the same once cleaned
    }

    [Fact]
    public void A_flood_of_declarations_stops_at_the_end_of_the_queue_and_members_go_on()
    {
        var camp = new Camp();
        for (var i = 0; i < DeviceLimits.Pending; i++) Assert.Null(camp.Ask(Camp.Visitor, new DeclareDevice(new($"flood-{i:000}"), Sheet)).Refusal);
        Assert.Equal(new TooMany("pending-device", DeviceLimits.Pending), camp.Ask(Camp.Visitor, new DeclareDevice(Siren, Sheet)).Refusal);
        Assert.Null(camp.Ask(Camp.Member, new AddDevice(Siren, Sheet)).Refusal);
        Assert.Equal(DeviceLimits.Pending, camp.Ask(Camp.Moderator, new RefuseDevices([.. camp.State.Catalogue.Waiting], "Inondation")).Events.Length);
        Assert.Empty(camp.State.Catalogue.Pending);
    }

    [Fact]
    public void A_file_revises_what_it_knows_adds_the_rest_and_says_nothing_twice()
    {
        var camp = new Camp();
        camp.Ask(Camp.Member, new AddDevice(Siren, Sheet));
        var file = new ImportDevices([new(Siren, Sheet with { Cost = "400 €" }), new(Register, DeviceSheet.Of("Registre", "Recense."))]);
        Assert.IsType<StandingNeeded>(camp.Ask(Camp.Visitor, file).Refusal);
        Assert.Equal(["DeviceRevised", "DeviceAdded"], camp.Ask(Camp.Member, file).Events.Select(e => e.GetType().Name));
        Assert.Empty(camp.Ask(Camp.Member, file).Events);
        Assert.IsType<AlreadyThere>(camp.Ask(Camp.Member, new ImportDevices([new(Siren, Sheet), new(Siren, Sheet)])).Refusal);
    }

    [Theory]
    [InlineData("declare")]
    [InlineData("Sirène-01")]
    [InlineData("a/../../b1")]
    [InlineData("")]
    public void A_name_that_could_be_a_page_or_no_address_is_refused(string name) =>
        Assert.IsType<Unknown>(new Camp().Ask(Camp.Member, new AddDevice(new(name), Sheet)).Refusal);

    [Fact]
    public void A_sheet_says_what_is_wrong_with_it()
    {
        Assert.Equal(new TextMissing("does"), Refused(Sheet with { Does = "\u200b" }));
        Assert.IsType<DependsOnNothingAndMore>(Refused(Sheet with { DependsOn = [Dependence.Staff, Dependence.Nothing] }));
        Assert.Equal(new PointIncomplete("Elbeuf"), Refused(Sheet with { Places = [new("Elbeuf", 49, null)] }));
        Assert.Equal(new OutOfRange("latitude", -90, 90), Refused(Sheet with { Places = [new("Elbeuf", double.NaN, 1)] }));
        Assert.Equal(new OutOfRange("longitude", -180, 180), Refused(Sheet with { Places = [new("Elbeuf", 49, 181)] }));
        Assert.Equal(new TooMany("device-place", DeviceLimits.Places), Refused(Sheet with { Places = [.. Enumerable.Range(0, 6).Select(i => new DevicePlace($"P{i}", null, null))] }));
        Assert.IsType<NoWebLink>(Refused(Sheet with { Link = "javascript:alert(1)" }));

        static Refusal? Refused(DeviceSheet sheet) => DeviceSheet.Check(sheet, out _);
    }

    [Theory]
    [InlineData(new Dependence[0], false, false, false)] // nobody said
    [InlineData(new[] { Dependence.Nothing }, true, true, true)]
    [InlineData(new[] { Dependence.Internet }, false, false, true)] // networks rest on power
    [InlineData(new[] { Dependence.Radio, Dependence.Staff }, true, true, false)]
    [InlineData(new[] { Dependence.Electricity, Dependence.Volunteers }, false, true, true)]
    public void What_a_device_depends_on_tells_without_what_it_works(Dependence[] dependsOn, bool power, bool network, bool staff)
    {
        var sheet = Sheet with { DependsOn = [.. dependsOn] };
        Assert.Equal((power, network, staff), (sheet.WorksWithout(Lack.Power), sheet.WorksWithout(Lack.Network), sheet.WorksWithout(Lack.Staff)));
    }

    [Fact]
    public void A_checked_sheet_is_its_own_checked_form()
    {
        var places = Gen.Select(FactGenerators.Words, Gen.Double[-90, 90], Gen.Double[-180, 180], Gen.Bool, (n, lat, lon, at) => new DevicePlace("A|" + n, at ? lat : null, at ? lon : null));
        Gen.Select(FactGenerators.Words.Array[6], places.Array[0, 5], Gen.Enum<Dependence>().Array[0, 4], Gen.Enum<HazardTag>().Array[0, 6]).Sample((texts, at, dependsOn, hazards) =>
        {
            var raw = new DeviceSheet("N" + texts[0], "D" + texts[1], [], [], [], [.. hazards], null, null, null, texts[2], [.. at], "", [.. dependsOn], texts[3], texts[4], "", "", texts[5]);
            if (DeviceSheet.Check(raw, out var once) is { } no)
            {
                Assert.IsType<DependsOnNothingAndMore>(no);
                return;
            }
            Assert.Null(DeviceSheet.Check(once, out var twice));
            Assert.Equal(once, twice);
            Assert.Equal(hazards.ToHashSet(), once.Hazards.ToHashSet());
            Assert.DoesNotContain('|', string.Concat(once.Places.Select(p => p.Name)));
        });
    }

    [Fact]
    public void Whatever_happens_to_devices_the_queue_is_what_waits_and_replay_equals_live()
    {
        var ids = Gen.OneOf(Gen.Const(Siren), Gen.Const(Register), Gen.Const(new DeviceId("unknown-1")));
        var sheets = Gen.OneOf(Gen.Const(Sheet), Gen.Const(Sheet with { Cost = "2 €" }), Gen.Const(Sheet with { Does = "" }));
        var commands = Gen.OneOf<ExpeditionCommand>(
            Gen.Select(ids, sheets, (i, s) => (ExpeditionCommand)new DeclareDevice(i, s)), Gen.Select(ids, sheets, (i, s) => (ExpeditionCommand)new AddDevice(i, s)),
            Gen.Select(ids, sheets, (i, s) => (ExpeditionCommand)new ReviseDevice(i, s)), ids.Array[0, 2].Select(i => (ExpeditionCommand)new AcceptDevices([.. i])),
            ids.Array[0, 2].Select(i => (ExpeditionCommand)new RefuseDevices([.. i], "non")), Gen.Select(ids, Gen.Int[0, 4], (i, n) => (ExpeditionCommand)new UndoDevice(i, n)),
            Gen.Select(ids, sheets, (i, s) => (ExpeditionCommand)new ImportDevices([new(i, s)])));
        Gen.Select(Gen.OneOf(Gen.Const(Camp.Lead), Gen.Const(Camp.Member), Gen.Const(Camp.Visitor)), commands).Array[0, 25].Sample(asked =>
        {
            var camp = new Camp();
            foreach (var (by, command) in asked)
            {
                camp.Ask(by, command);
                var catalogue = camp.State.Catalogue;
                Assert.Equal(catalogue.All.Values.Where(d => d.Status == DeviceStatus.Pending).Select(d => d.Id).ToHashSet(), catalogue.Waiting.ToHashSet());
                Assert.Equal(catalogue.Waiting.Length, catalogue.Waiting.Distinct().Count());
                Assert.All(catalogue.All.Values, d => Assert.Equal(d.Status == DeviceStatus.Refused, d.Reason.Length > 0));
            }
            Assert.Equal(Canonical.Dump(camp.State), Canonical.Dump(camp.Replayed));
        });
    }
}
