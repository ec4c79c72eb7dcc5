using PlanDsl.Model;

namespace PlanDsl.Cli.Tests;

/// <summary>Pictures of random plans, by what makes one readable.</summary>
public class PlanLayoutTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(30, 2)]
    [InlineData(120, 3)]
    [InlineData(500, 4)]
    public void Boxes_are_apart_and_edges_lead_to_the_right(int steps, int seed)
    {
        var drawing = DrawingOf(SomePlans.Random(steps, seed));

        var layout = PlanLayout.Of(drawing);

        var boxes = Enumerable.Range(0, steps).Select(layout.BoxOf).ToArray();
        for (var i = 0; i < steps; i++)
        {
            for (var other = i + 1; other < steps; other++)
                Assert.True(boxes[i].Right < boxes[other].X || boxes[other].Right < boxes[i].X || boxes[i].Bottom < boxes[other].Y || boxes[other].Bottom < boxes[i].Y, $"{i} and {other} overlap");
        }

        Assert.All(layout.Routes, route => Assert.True(boxes[route.From].Right < boxes[route.To].X));
        Assert.All(boxes, box => Assert.True(box.X >= -0.001 && box.Y >= -0.001 && box.Right <= layout.Width && box.Bottom <= layout.Height));
    }

    [Theory]
    [InlineData(60, 5)]
    [InlineData(500, 6)]
    public void No_edge_passes_behind_a_box(int steps, int seed)
    {
        var layout = PlanLayout.Of(DrawingOf(SomePlans.Random(steps, seed)));

        foreach (var route in layout.Routes)
        {
            for (var i = 2; i < route.Points.Count - 2; i += 2)
            {
                var (from, to) = (route.Points[i], route.Points[i + 1]);
                for (var node = 0; node < steps; node++)
                {
                    var box = layout.BoxOf(node);
                    Assert.False(node != route.From && node != route.To && from.Y > box.Y && from.Y < box.Bottom && to.X > box.X && from.X < box.Right);
                }
            }
        }
    }

    [Fact]
    public void Crossings_are_counted_as_pairs_that_cross()
    {
        var random = new Random(7);
        for (var run = 0; run < 200; run++)
        {
            var (left, right) = (random.Next(1, 7), random.Next(1, 7));
            var edges = Enumerable.Range(0, random.Next(1, 15)).Select(_ => (From: random.Next(left), To: left + random.Next(right))).Distinct().ToArray();
            var graph = LayeredGraph.Of([.. Enumerable.Repeat(0, left), .. Enumerable.Repeat(1, right)], edges);

            var expected = edges.SelectMany(a => edges, (a, b) => (a, b)).Count(pair => pair.a.From < pair.b.From && pair.a.To > pair.b.To);

            Assert.Equal(expected, CrossingCount.Of(graph));
        }
    }

    [Fact]
    public void Edges_that_need_not_cross_do_not()
    {
        // Two chains whose steps were declared in turns that cross.
        var graph = LayeredGraph.Of([0, 0, 1, 1, 2, 2], [(0, 3), (1, 2), (3, 4), (2, 5)]);

        Assert.Equal(0, CrossingReduction.Apply(graph));
        Assert.Equal(0, CrossingCount.Of(graph));
    }

    [Fact]
    public void The_same_plan_gives_the_same_picture()
    {
        var text = SomePlans.Random(200, 8);

        Assert.Equal(SvgPicture.Of(ModelOf(text)), SvgPicture.Of(ModelOf(text)));
    }

    private static PlanDrawing DrawingOf(string text) => PlanDrawing.Of(ModelOf(text));

    private static PlanModel ModelOf(string text)
    {
        var file = CheckedFile.Of("some.plan.json", text);
        Assert.True(file.IsValid, string.Join('\n', file.Findings));
        return file.Model;
    }
}
