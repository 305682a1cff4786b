using System.Net;
using TousRisques.Domain.Words;
using TousRisques.Web.Access;
using TousRisques.Web.Tests.Hosting;

namespace TousRisques.Web.Tests;

/// <summary>Guessing codes and passwords: limited, said clearly, and no way to lock an honest room out.</summary>
public sealed class GuessingTests
{
    private static readonly GuessLimits Limits = new(Burst: 10, TimeSpan.FromSeconds(2), OverallBurst: 100, TimeSpan.FromSeconds(1), Spared: 3);

    [Fact]
    public async Task A_thousand_codes_guessed_are_refused_with_the_time_to_wait()
    {
        await using var house = new House { Limits = new TryLimits() };
        await house.InitializeAsync();
        var room = await house.OpenAsync();
        var (me, token, _) = await room.JoinAsync("Déjà là");
        var refused = 0;
        HttpResponseMessage? last = null;
        for (var i = 0; i < 1000; i++)
        {
            var answer = await house.Client.PostAsync("/join", House.Form(("code", Draws.Code().Value), ("name", "x")));
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) (refused, last) = (refused + 1, answer);
            else Assert.Equal(303, (int)answer.StatusCode);
        }
        Assert.InRange(refused, 500, 941); // sixty are borne, and one more every two seconds that a slow machine takes
        Assert.InRange(last!.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("Attendez", await last.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // Not even the right code is looked at now, wherever it is tried; but who is in the room already plays on.
        Assert.Equal(429, (int)(await house.Client.GetAsync($"/w/{room.Code}")).StatusCode);
        Assert.Equal(429, (int)(await house.Client.GetAsync($"/api/v1/workshops/{room.Code}")).StatusCode);
        Assert.Equal(200, (await room.TryAsync(new Domain.Workshops.IntroduceSelf(new ParticipantId(me), "Je joue"), token)).Status);
    }

    [Fact]
    public async Task Two_hundred_phones_behind_one_address_join_at_once()
    {
        await using var house = new House { Limits = new TryLimits() };
        await house.InitializeAsync();
        var room = await house.OpenAsync();
        await Parallel.ForEachAsync(Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 20 }, async (i, cancel) =>
        {
            // One in ten mistypes the code first.
            if (i % 10 == 0) await house.Client.PostAsync("/join", House.Form(("code", "BCDFGH"), ("name", "x")), cancel);
            await room.JoinAsync($"Personne {i}");
        });
        Assert.Equal(200, (await room.LiveAsync()).State.Participants.Length);
    }

    [Fact]
    public async Task Passwords_are_tried_a_few_times_only_and_the_right_one_costs_nothing()
    {
        await using var house = new House { Limits = new TryLimits { SignIns = new(5, TimeSpan.FromMinutes(1), 1000, TimeSpan.FromSeconds(1), 2) } };
        await house.InitializeAsync();
        using (await house.FacilitatorAsync("Ada")) { }
        for (var i = 0; i < 8; i++)
            Assert.Equal("/animate", (await house.Client.PostAsync("/sign-in", House.Form(("name", "Ada"), ("password", "une phrase assez longue")))).Headers.Location!.ToString());
        var tried = 0;
        while ((await house.Client.PostAsync("/sign-in", House.Form(("name", "Ada"), ("password", $"essai numéro {tried}")))).StatusCode != HttpStatusCode.TooManyRequests) tried++;
        Assert.InRange(tried, 5, 7);
        var answer = await house.Client.PostAsync("/sign-in", House.Form(("name", "Ada"), ("password", "une phrase assez longue")));
        Assert.Equal(429, (int)answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Fact]
    public void An_address_over_its_limit_waits_and_is_then_borne_again()
    {
        var time = new FakeTime();
        var guesses = new Guesses(Limits, time);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(TimeSpan.Zero, guesses.Wait("a"));
            guesses.Wrong("a");
        }
        Assert.Equal(TimeSpan.FromSeconds(2), guesses.Wait("a"));
        Assert.Equal(TimeSpan.Zero, guesses.Wait("b"));
        time.Pass(TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.Zero, guesses.Wait("a"));
    }

    [Fact]
    public void Guessing_from_many_addresses_is_limited_without_locking_others_out()
    {
        var time = new FakeTime();
        var guesses = new Guesses(Limits, time);
        for (var i = 0; i < 200; i++) guesses.Wrong($"bot {i % 50}");
        Assert.True(guesses.Wait("bot 7") > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, guesses.Wait("an honest room"));
        guesses.Wrong("an honest room");
        guesses.Wrong("an honest room");
        Assert.Equal(TimeSpan.Zero, guesses.Wait("an honest room"));
        guesses.Wrong("an honest room");
        Assert.True(guesses.Wait("an honest room") > TimeSpan.Zero);
    }

    [Fact]
    public void One_house_with_many_addresses_of_its_network_counts_as_one()
    {
        Assert.Equal(Guesses.AddressOf(IPAddress.Parse("2001:db8:1:2::1")), Guesses.AddressOf(IPAddress.Parse("2001:db8:1:2:ffff::9")));
        Assert.NotEqual(Guesses.AddressOf(IPAddress.Parse("2001:db8:1:2::1")), Guesses.AddressOf(IPAddress.Parse("2001:db8:1:3::1")));
        Assert.Equal("192.0.2.1", Guesses.AddressOf(IPAddress.Parse("::ffff:192.0.2.1")));
    }

    [Fact]
    public void A_resume_code_is_four_words_of_at_least_thirty_six_bits()
    {
        Assert.True(4 * Math.Log2(ResumeCodes.List.Length) >= 36);
        Assert.Equal(ResumeCodes.List.Length, ResumeCodes.List.Distinct().Count());
        Assert.All(ResumeCodes.List, w => Assert.Matches("^[a-z]{3,8}$", w));
        var codes = new ResumeCodes(new ResumeSecret([.. Enumerable.Range(0, 32).Select(i => (byte)i)]));
        var workshop = new WorkshopId("BCDFGH");
        var joining = codes.Join(workshop, new CommandId("a-request-of-a-phone-42"));
        Assert.Equal(joining.Digest, codes.Read(workshop, "  " + joining.Code.Replace("-", "   ", StringComparison.Ordinal).ToUpperInvariant()));
        Assert.NotEqual(joining.Digest, codes.Read(new WorkshopId("BCDFGJ"), joining.Code));
        var elsewhere = new ResumeCodes(new ResumeSecret([.. new byte[32]]));
        Assert.NotEqual(joining.Digest, elsewhere.Read(workshop, joining.Code));
        Assert.Null(codes.Read(workshop, "trois mots seulement"));
    }

    [Theory]
    [InlineData("bcd fgh", "BCDFGH")]
    [InlineData(" BCD-FGH ", "BCDFGH")]
    [InlineData("BCDFG", null)]
    [InlineData("BCDFGHJ", null)]
    [InlineData("ABCDEF", null)]
    [InlineData("BCDFG1", null)]
    [InlineData(null, null)]
    public void A_code_is_read_as_people_type_it(string? typed, string? code) => Assert.Equal(code, Draws.ReadCode(typed)?.Value);

    private sealed class FakeTime : TimeProvider
    {
        private DateTimeOffset now = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);

        public void Pass(TimeSpan span) => now += span;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
