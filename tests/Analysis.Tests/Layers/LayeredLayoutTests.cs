using CsCheck;
using TousRisques.Analysis.Layers;
using Xunit;

namespace TousRisques.Analysis.Tests.Layers;

/// <summary>A layered drawing can be read from left to right, and nothing covers anything else, whatever graph it is given.</summary>
public class LayeredLayoutTests
{
    private static readonly LayerMeasures Measures = new();

    /// <summary>Random graphs, circles and links from a thing to itself among them; some with many links.</summary>
    private static Gen<(LayerBox[] Boxes, LayerLink[] Links)> Graphs(int most) =>
        from boxes in Gen.Select(Gen.Int[20, 60], Gen.Int[0, 5]).Select((h, last) => new LayerBox(h, last == 0)).Array[1, most]
        from links in Gen.Select(Gen.Int[0, boxes.Length - 1], Gen.Int[0, boxes.Length - 1], Gen.Int[0, 1], Gen.Int[0, 4])
            // Mostly from lower numbers to higher ones, or every graph would be one circle.
            .Select((a, b, trunk, back) => back == 0 ? new LayerLink(a, b, trunk) : new LayerLink(Math.Min(a, b), Math.Max(a, b), trunk)).Array[0, boxes.Length * 2]
        select (boxes, links);

    private static readonly Gen<(LayerBox[] Boxes, LayerLink[] Links)> Any = Graphs(30);

    private static HashSet<int> Reach(LayerLink[] links, int from)
    {
        var met = new HashSet<int>();
        var next = new Stack<int>([from]);
        while (next.TryPop(out var at))
            foreach (var link in links.Where(l => l.From == at))
                if (met.Add(link.To)) next.Push(link.To);
        return met;
    }

    [Fact]
    public void Every_line_goes_from_left_to_right_except_within_a_circle() => Any.Sample(g =>
    {
        var drawing = LayeredLayout.Draw(g.Boxes, g.Links);
        Assert.Equal(g.Links.Length, drawing.Routes.Length);
        for (var i = 0; i < g.Links.Length; i++)
        {
            var (link, route) = (g.Links[i], drawing.Routes[i]);
            var circle = link.From == link.To || Reach(g.Links, link.To).Contains(link.From);
            Assert.Equal(circle, route.Within);
            if (circle) Assert.Equal(drawing.Boxes[link.From].Layer, drawing.Boxes[link.To].Layer);
            else
            {
                Assert.True(drawing.Boxes[link.From].Layer < drawing.Boxes[link.To].Layer);
                Assert.True(route.Points.Zip(route.Points.Skip(1)).All(p => p.First.X < p.Second.X));
                Assert.Equal(drawing.Boxes[link.From].X + drawing.Boxes[link.From].Width, route.Points[0].X);
                Assert.Equal(drawing.Boxes[link.To].X, route.Points[^1].X);
                Assert.InRange(route.Points[^1].Y, drawing.Boxes[link.To].Y, drawing.Boxes[link.To].Y + drawing.Boxes[link.To].Height);
            }
        }
    });

    [Fact]
    public void Circles_are_exactly_what_all_rests_on_one_another() => Any.Sample(g =>
    {
        var reach = Enumerable.Range(0, g.Boxes.Length).Select(i => Reach(g.Links, i)).ToArray();
        var drawing = LayeredLayout.Draw(g.Boxes, g.Links);
        for (var i = 0; i < g.Boxes.Length; i++)
        {
            var partners = Enumerable.Range(0, g.Boxes.Length).Where(j => j != i && reach[i].Contains(j) && reach[j].Contains(i)).Append(i).Order().ToList();
            var circle = drawing.Circles.SingleOrDefault(c => c.Members.Contains(i));
            Assert.Equal(partners.Count > 1 ? partners : [], circle?.Members.Order() ?? Enumerable.Empty<int>());
        }
    });

    [Fact]
    public void No_two_boxes_and_no_two_frames_overlap_and_all_lie_on_the_sheet() => Any.Sample(g =>
    {
        var drawing = LayeredLayout.Draw(g.Boxes, g.Links);
        var inCircle = drawing.Circles.SelectMany(c => c.Members).ToHashSet();
        PlacedBox[] apart = [.. drawing.Boxes.Where((_, i) => !inCircle.Contains(i)), .. drawing.Circles.Select(c => c.Frame)];
        for (var i = 0; i < apart.Length; i++)
        {
            Assert.True(apart[i].X >= 0 && apart[i].Y >= 0 && apart[i].X + apart[i].Width <= drawing.Width && apart[i].Y + apart[i].Height <= drawing.Height);
            for (var j = i + 1; j < apart.Length; j++) Assert.False(Meets(apart[i], apart[j]), $"{apart[i]} and {apart[j]}");
        }
        foreach (var circle in drawing.Circles)
            foreach (var (upper, lower) in circle.Members.Zip(circle.Members.Skip(1)))
                Assert.True(drawing.Boxes[upper].Y + drawing.Boxes[upper].Height + Measures.BoxGap <= drawing.Boxes[lower].Y);
    });

    [Fact]
    public void No_line_passes_behind_a_box() => Any.Sample(g =>
    {
        var drawing = LayeredLayout.Draw(g.Boxes, g.Links);
        foreach (var route in drawing.Routes.Where(r => !r.Within))
            for (var i = 1; i + 1 < route.Points.Length; i += 2)
            {
                Assert.Equal(route.Points[i].Y, route.Points[i + 1].Y); // straight on through a layer
                var run = new PlacedBox(route.Points[i].X, route.Points[i].Y, route.Points[i + 1].X - route.Points[i].X, 0, 0);
                Assert.DoesNotContain(drawing.Boxes, b => run.X < b.X + b.Width && b.X < run.X + run.Width && b.Y < run.Y && run.Y < b.Y + b.Height);
                Assert.DoesNotContain(drawing.Circles, c => run.X < c.Frame.X + c.Frame.Width && c.Frame.X < run.X + run.Width && c.Frame.Y < run.Y && run.Y < c.Frame.Y + c.Frame.Height);
            }
    });

    [Fact]
    public void What_is_last_stands_in_the_last_layer_as_long_as_nothing_rests_on_it() => Any.Sample(g =>
    {
        var drawing = LayeredLayout.Draw(g.Boxes, g.Links);
        var last = drawing.Boxes.Max(b => b.Layer);
        for (var i = 0; i < g.Boxes.Length; i++)
            if (g.Boxes[i].Last && g.Links.All(l => l.From != i)) Assert.Equal(last, drawing.Boxes[i].Layer);
    });

    [Fact]
    public void The_same_graph_always_gives_the_same_drawing() => Any.Sample(g =>
    {
        var (once, again) = (LayeredLayout.Draw(g.Boxes, g.Links), LayeredLayout.Draw([.. g.Boxes], [.. g.Links]));
        Assert.Equal(once.Boxes, again.Boxes);
        Assert.Equal(once.Routes.Select(r => string.Join(' ', r.Points)), again.Routes.Select(r => string.Join(' ', r.Points)));
    });

    [Fact]
    public void Sorting_never_makes_more_lines_cross_and_crossings_are_counted_as_one_would_by_hand() => Any.Sample(g =>
    {
        var web = LayeredLayout.WebOf(g.Boxes, g.Links);
        var (order, crossings, atFirst) = Sorting.Sort(web);
        Assert.True(crossings <= atFirst);
        var place = new int[web.LayerOf.Length];
        foreach (var layer in order)
            for (var i = 0; i < layer.Length; i++) place[layer[i]] = i;
        var byHand = 0L;
        for (var a = 0; a < web.Strands.Count; a++)
            for (var b = a + 1; b < web.Strands.Count; b++)
            {
                var (s, t) = (web.Strands[a], web.Strands[b]);
                if (web.LayerOf[s.Left] == web.LayerOf[t.Left] && (place[s.Left] - place[t.Left]) * (place[s.Right] - place[t.Right]) < 0) byHand++;
            }
        Assert.Equal(byHand, crossings);
        Assert.Equal(Enumerable.Range(0, web.LayerOf.Length), order.SelectMany(l => l).Order()); // nothing lost, nothing twice
    });

    [Fact]
    public void Two_ladders_crossed_on_purpose_are_uncrossed()
    {
        // 0 and 1 feed 3 and 2, which feed 4 and 5: crossed as given, plain once sorted.
        var drawing = LayeredLayout.Draw([.. Enumerable.Repeat(new LayerBox(30), 6)], [new(0, 3), new(1, 2), new(3, 4), new(2, 5)]);
        Assert.True(drawing.CrossingsAtFirst > 0);
        Assert.Equal(0, drawing.Crossings);
        Assert.All(drawing.Routes, r => Assert.Equal(r.Points[0].Y, r.Points[^1].Y)); // and every line straight
    }

    [Fact]
    public void Lines_of_one_trunk_run_together_until_they_part()
    {
        // 0 feeds the chain 1, 2, 3 all along: its lines pass the layers of 1 and of 2 as one.
        var drawing = LayeredLayout.Draw([.. Enumerable.Repeat(new LayerBox(30), 4)], [new(0, 1), new(1, 2), new(2, 3), new(0, 2), new(0, 3)]);
        Assert.Equal(drawing.Routes[3].Points[..3], drawing.Routes[4].Points[..3]);
    }

    [Fact]
    public void Nothing_to_draw_makes_an_empty_sheet_and_nonsense_is_refused()
    {
        var empty = LayeredLayout.Draw([], []);
        Assert.Equal((0, 0), (empty.Width, empty.Height));
        Assert.Throws<ArgumentException>(() => LayeredLayout.Draw([new(30)], [new(0, 1)]));
        Assert.Throws<ArgumentException>(() => LayeredLayout.Draw([new(0)], []));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1000)]
    public void Large_territories_are_drawn_with_fewer_crossings(int count)
    {
        var random = new Random(7);
        LayerBox[] boxes = [.. Enumerable.Range(0, count).Select(i => new LayerBox(34, i > count * 5 / 6))];
        LayerLink[] links = [.. Enumerable.Range(0, count * 2).Select(_ => random.Next(1, count)).Select(to => new LayerLink(random.Next(Math.Max(0, to - 40), to), to))];
        var drawing = LayeredLayout.Draw(boxes, links);
        Assert.True(drawing.Crossings < drawing.CrossingsAtFirst, $"{drawing.CrossingsAtFirst} -> {drawing.Crossings}");
    }

    private static bool Meets(PlacedBox a, PlacedBox b) => a.X < b.X + b.Width && b.X < a.X + a.Width && a.Y < b.Y + b.Height && b.Y < a.Y + a.Height;
}
