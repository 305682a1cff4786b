using System.Collections.Immutable;
using CsCheck;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Testing;
using Xunit;

namespace TousRisques.Domain.Tests.Expeditions;

public class NotebookTests
{
    private static readonly ChapterId Paper = new("le-papier"), Siren = new("la-sirene");
    private static readonly ChapterText Text = new("Le papier", "Il reste.", "Le papier **reste**.\n\nLa sirène aussi.", []);
    private static readonly Passage First = new("p-1", "Le papier reste.");
    private static readonly Remark Nuance = new(ReactionKind.Nuance, "Pas sous l’eau.", "", null, null, null, "", null, "");

    private static Camp Published()
    {
        var camp = new Camp();
        Assert.Null(camp.Ask(Camp.Member, new BeginChapter(Paper, Text)).Refusal);
        Assert.Null(camp.Ask(Camp.Member, new PublishChapter(Paper, 1, "", [])).Refusal);
        return camp;
    }

    private static Decision<ExpeditionEvent> React(Camp camp, string id, Remark? remark = null, string sender = "s1", ExpeditionActor? by = null) =>
        camp.Ask(by ?? Camp.Visitor, new SendReaction(new(id), Paper, 1, First, remark ?? Nuance, sender));

    private static Chapter Chapter(Camp camp) => camp.State.Notebook.Find(Paper)!;

    [Fact]
    public void Visitors_react_members_write_moderators_decide()
    {
        var camp = Published();
        foreach (var who in new[] { Camp.Visitor, Camp.Stranger })
        {
            Assert.Equal(new StandingNeeded(Standing.Member), camp.Ask(who, new WriteChapter(Paper, 1, Text with { Title = "Autre" })).Refusal);
            Assert.Null(React(camp, "r-" + who.GetType().Name.ToLowerInvariant(), sender: who.ToString()!).Refusal);
        }
        Assert.Equal(new StandingNeeded(Standing.Moderator), camp.Ask(Camp.Member, new AcceptReactions([new("r-passerby")])).Refusal);
        Assert.Null(camp.Ask(Camp.Moderator, new AcceptReactions([new("r-passerby")])).Refusal);
        Assert.Equal(ReactionState.Accepted, camp.State.Notebook.Reactions[new("r-passerby")].State);
    }

    [Fact]
    public void Nobody_reacts_to_a_draft_nor_to_a_chapter_that_was_withdrawn()
    {
        var camp = new Camp();
        camp.Ask(Camp.Member, new BeginChapter(Paper, Text));
        Assert.IsType<Unknown>(React(camp, "r1").Refusal);
        camp.Ask(Camp.Member, new PublishChapter(Paper, 1, "", []));
        Assert.Null(React(camp, "r1").Refusal);
        camp.Ask(Camp.Member, new WithdrawChapter(Paper));
        Assert.IsType<Unknown>(React(camp, "r2").Refusal);
    }

    [Fact]
    public void Two_people_who_write_at_once_do_not_write_over_each_other()
    {
        var camp = Published();
        Assert.Null(camp.Ask(Camp.Member, new WriteChapter(Paper, 1, Text with { Body = "A" })).Refusal);
        Assert.Equal(new TextMovedOn(2), camp.Ask(Camp.Lead, new WriteChapter(Paper, 1, Text with { Body = "B" })).Refusal);
        Assert.Equal("A", Chapter(camp).Text.Body);
        Assert.Null(camp.Ask(Camp.Lead, new WriteChapter(Paper, 2, Text with { Body = "A et B" })).Refusal);
        Assert.Equal(new TextMovedOn(3), camp.Ask(Camp.Lead, new PublishChapter(Paper, 2, "", [])).Refusal);
    }

    [Fact]
    public void The_same_text_written_by_two_is_no_conflict()
    {
        var camp = Published();
        camp.Ask(Camp.Member, new WriteChapter(Paper, 1, Text with { Body = "A" }));
        var again = camp.Ask(Camp.Lead, new WriteChapter(Paper, 1, Text with { Body = "A" }));
        Assert.Null(again.Refusal);
        Assert.Empty(again.Events);
    }

    [Fact]
    public void Versions_stay_as_they_were_and_an_old_one_comes_back_as_a_draft()
    {
        var camp = Published();
        camp.Ask(Camp.Member, new WriteChapter(Paper, 1, Text with { Body = "Tout autre." }));
        Assert.Equal(Text.Body, Chapter(camp).Published!.Text.Body); // the public still reads the first version
        camp.Ask(Camp.Member, new PublishChapter(Paper, 2, "Refonte", []));
        Assert.Equal([Text.Body, "Tout autre."], Chapter(camp).Versions.Select(v => v.Text.Body));
        camp.Ask(Camp.Member, new RestoreVersion(Paper, 1, 2));
        Assert.Equal((Text.Body, "Tout autre."), (Chapter(camp).Text.Body, Chapter(camp).Published!.Text.Body));
    }

    [Fact]
    public void What_is_read_already_is_not_published_again()
    {
        var camp = Published();
        Assert.IsType<NothingToPublish>(camp.Ask(Camp.Member, new PublishChapter(Paper, 1, "", [])).Refusal);
        camp.Ask(Camp.Member, new WithdrawChapter(Paper));
        Assert.Null(camp.Ask(Camp.Member, new PublishChapter(Paper, 1, "", [])).Refusal);
        Assert.True(Chapter(camp).IsPublished);
    }

    [Fact]
    public void Indentation_by_tabs_survives() =>
        Assert.Equal("- a\n    - b", Chapter(With("- a\n\t- b")).Text.Body);

    private static Camp With(string body)
    {
        var camp = new Camp();
        camp.Ask(Camp.Member, new BeginChapter(Paper, Text with { Body = body }));
        return camp;
    }

    [Fact]
    public void Chapters_change_places_and_none_is_lost()
    {
        var camp = Published();
        camp.Ask(Camp.Member, new BeginChapter(Siren, Text with { Title = "La sirène" }));
        camp.Ask(Camp.Member, new OrderChapters([Siren, new("nowhere"), Siren]));
        Assert.Equal([Siren, Paper], camp.State.Notebook.Chapters.Select(c => c.Id));
    }

    [Fact]
    public void A_reaction_sent_twice_by_one_sender_is_one()
    {
        var camp = Published();
        Assert.Single(React(camp, "r1").Events);
        Assert.Empty(React(camp, "r2").Events);
        Assert.Single(React(camp, "r3", sender: "s2").Events); // somebody else may say the same
        Assert.Single(React(camp, "r4", Nuance with { Words = "Ni dans le feu." }).Events);
    }

    [Fact]
    public void A_reaction_says_something_unless_it_agrees()
    {
        var camp = Published();
        Assert.Equal(new TextMissing("reaction"), React(camp, "r1", Nuance with { Words = " " }).Refusal);
        Assert.Null(React(camp, "r2", Nuance with { Kind = ReactionKind.Agree, Words = "" }).Refusal);
        Assert.IsType<NoWebLink>(React(camp, "r3", Nuance with { Link = "javascript:alert(1)" }).Refusal);
        Assert.Equal(new TextTooLong("signature", 40), React(camp, "r4", Nuance with { Signature = new string('x', 41) }).Refusal);
    }

    [Fact]
    public void A_full_queue_takes_no_more_until_somebody_reads()
    {
        var camp = Published();
        for (var i = 0; i < NotebookLimits.Waiting; i++) Assert.Null(React(camp, $"r{i}", sender: $"s{i}").Refusal);
        Assert.Equal(new QueueFull(NotebookLimits.Waiting), React(camp, "more", sender: "more").Refusal);
        Assert.Equal(NotebookLimits.Waiting, camp.State.Notebook.Pending.Count());
        camp.Ask(Camp.Moderator, new RefuseReactions([new("r0"), new("r1")], "Inondation"));
        Assert.Null(React(camp, "more", sender: "more").Refusal);
        Assert.Equal(NotebookLimits.Waiting - 1, camp.State.Notebook.Queue.Count);
        Assert.Equal(new ReactionId("r2"), camp.State.Notebook.Pending.First().Id);
    }

    [Fact]
    public void A_decision_can_be_taken_back_and_a_refusal_says_why()
    {
        var camp = Published();
        React(camp, "r1");
        Assert.IsType<ReasonWanted>(camp.Ask(Camp.Moderator, new RefuseReactions([new("r1")], " ")).Refusal);
        camp.Ask(Camp.Moderator, new RefuseReactions([new("r1")], "Hors sujet"));
        Assert.Equal("Hors sujet", camp.State.Notebook.Reactions[new("r1")].Reason);
        camp.Ask(Camp.Moderator, new ReopenReactions([new("r1")]));
        Assert.Equal(new ReactionId("r1"), Assert.Single(camp.State.Notebook.Pending).Id);
        Assert.Equal("", camp.State.Notebook.Reactions[new("r1")].Reason);
    }

    [Fact]
    public void A_version_says_which_reactions_changed_it()
    {
        var camp = Published();
        React(camp, "r1");
        camp.Ask(Camp.Member, new WriteChapter(Paper, 1, Text with { Body = "Le papier reste, hors de l’eau." }));
        Assert.IsType<Unknown>(camp.Ask(Camp.Member, new PublishChapter(Paper, 2, "", [new("r1")])).Refusal); // nobody has read it yet
        camp.Ask(Camp.Moderator, new AcceptReactions([new("r1")]));
        Assert.Null(camp.Ask(Camp.Member, new PublishChapter(Paper, 2, "L’eau", [new("r1"), new("r1")])).Refusal);
        Assert.Equal(2, camp.State.Notebook.Reactions[new("r1")].TakenUpIn);
        Assert.Equal([new ReactionId("r1")], Chapter(camp).Published!.TakenUp);
    }

    [Fact]
    public void Members_answer_what_everybody_reads()
    {
        var camp = Published();
        React(camp, "r1");
        Assert.IsType<Unknown>(camp.Ask(Camp.Member, new AnswerReaction(new("r1"), "Merci.")).Refusal);
        camp.Ask(Camp.Moderator, new AcceptReactions([new("r1")]));
        camp.Ask(Camp.Member, new AnswerReaction(new("r1"), "Merci."));
        Assert.Equal("Merci.", camp.State.Notebook.Reactions[new("r1")].Answer);
        camp.Ask(Camp.Member, new AnswerReaction(new("r1"), ""));
        Assert.Null(camp.State.Notebook.Reactions[new("r1")].AnsweredAt);
    }

    [Fact]
    public void A_figure_says_what_it_shows_and_who_made_it()
    {
        var camp = new Camp();
        var image = new Image(new string('0', 64), ImageKind.Png, 10, 10, 100);
        Assert.Equal(new TextMissing("alt"), camp.Ask(Camp.Member, new AddFigure(new("f1"), image, " ", "Bo")).Refusal);
        Assert.Equal(new TextMissing("credit"), camp.Ask(Camp.Member, new AddFigure(new("f1"), image, "Un pont", "")).Refusal);
        Assert.IsType<Unknown>(camp.Ask(Camp.Member, new AddFigure(new("f1"), image with { Digest = "../../etc/passwd" }, "Un pont", "Bo")).Refusal);
        Assert.IsType<OutOfRange>(camp.Ask(Camp.Member, new AddFigure(new("f1"), image with { Width = 100_000 }, "Un pont", "Bo")).Refusal);
        Assert.Null(camp.Ask(Camp.Member, new AddFigure(new("f1"), image, "Un pont", "Bo")).Refusal);
        camp.Ask(Camp.Member, new RemoveFigure(new("f1")));
        Assert.IsType<Unknown>(camp.Ask(Camp.Member, new DescribeFigure(new("f1"), "Un autre pont", "Bo")).Refusal);
    }

    [Fact]
    public void A_passage_is_found_again_by_its_words()
    {
        ImmutableArray<Passage> now = [new("p-9", "Tout autre chose, sur la radio et les relais."), new("p-8", "Le papier reste lisible quand le réseau tombe, sauf sous l’eau.")];
        var then = new Passage("p-1", "Le papier reste lisible quand le réseau tombe.");
        Assert.Equal("p-8", then.Among(now)?.Anchor);
        Assert.Equal("p-9", (then with { Anchor = "p-9" }).Among(now)?.Anchor); // the same words win over likeness
        Assert.Null(new Passage("p-2", "Les préfets se réunissent à dix heures.").Among(now));
        Assert.Null(new Passage("p-3", "…").Among(now));
    }

    [Fact]
    public void Differences_put_together_are_both_texts() => Gen.Select(Texts, Texts).Sample((a, b) =>
    {
        var parts = WordDiff.Of(a, b);
        Assert.Equal(a, string.Concat(parts.Where(p => p.Kind != DiffKind.Added).Select(p => p.Text)));
        Assert.Equal(b, string.Concat(parts.Where(p => p.Kind != DiffKind.Removed).Select(p => p.Text)));
        if (a == b) Assert.All(parts, p => Assert.Equal(DiffKind.Kept, p.Kind));
        for (var i = 1; i < parts.Length; i++) Assert.NotEqual(parts[i - 1].Kind, parts[i].Kind);
    });

    private static readonly Gen<string> Texts = Gen.OneOf("le ", "papier", "reste", ",", "\n", " ", "l’eau", "👩‍🚒", "é").Array[0, 30].Select(string.Concat);

    [Fact]
    public void A_word_changed_is_told_as_that_word() => Assert.Equal(
        [new(DiffKind.Kept, "Titre\nLe papier "), new(DiffKind.Removed, "reste"), new(DiffKind.Added, "tient"), new(DiffKind.Kept, ".\nFin")],
        WordDiff.Of("Titre\nLe papier reste.\nFin", "Titre\nLe papier tient.\nFin").ToArray());

    [Fact]
    public void Texts_with_nothing_in_common_are_told_as_replaced_however_long()
    {
        var (a, b) = (string.Join(' ', Enumerable.Range(0, 16_000).Select(i => $"a{i}")), string.Join(' ', Enumerable.Range(0, 16_000).Select(i => $"b{i}")));
        Assert.Equal([DiffKind.Removed, DiffKind.Added], WordDiff.Of(a, b).Select(p => p.Kind));
    }

    private static readonly Gen<NotebookCommand> Commands =
        from kind in Gen.Int[0, 11]
        from chapter in Gen.OneOf(Paper, Siren)
        from number in Gen.Int[0, 4]
        from body in Gen.OneOf("A", "B", "C")
        from ids in Gen.OneOf("r1", "r2", "r3").Array[0, 3]
        let reactions = ids.Select(i => new ReactionId(i)).ToImmutableArray()
        select (NotebookCommand)(kind switch
        {
            0 => new BeginChapter(chapter, Text with { Body = body }),
            1 => new WriteChapter(chapter, number, Text with { Body = body }),
            2 => new RestoreVersion(chapter, number, number),
            3 => new PublishChapter(chapter, number, body, reactions),
            4 => new WithdrawChapter(chapter),
            5 => new OrderChapters([chapter]),
            6 => new AcceptReactions(reactions),
            7 => new RefuseReactions(reactions, body),
            8 => new ReopenReactions(reactions),
            9 => new AnswerReaction(new($"r{number}"), body),
            _ => new SendReaction(new($"r{number}"), chapter, 1, First, Nuance with { Words = body }, $"s{number}"),
        });

    [Fact]
    public void Whatever_is_asked_the_queue_holds_what_waits_and_replay_equals_live() => Commands.Array[0, 40].Sample(commands =>
    {
        var camp = new Camp();
        camp.Ask(Camp.Member, new BeginChapter(Paper, Text));
        camp.Ask(Camp.Member, new PublishChapter(Paper, 1, "", []));
        foreach (var command in commands) camp.Ask(Camp.Lead, command);
        var notebook = camp.State.Notebook;
        Assert.Equal(notebook.Reactions.Values.Where(r => r.State == ReactionState.Waiting).OrderBy(r => r.Number).Select(r => r.Id), notebook.Pending.Select(r => r.Id));
        Assert.Equal(notebook.Reactions.Count, notebook.Chapters.Sum(c => notebook.ReactionsTo(c.Id).Count()));
        foreach (var chapter in notebook.Chapters)
            Assert.Equal(Enumerable.Range(1, chapter.Versions.Length), chapter.Versions.Select(v => v.Number));
        Assert.Equal(Canonical.Dump(camp.State), Canonical.Dump(camp.Replayed));
    }, iter: 300);
}
