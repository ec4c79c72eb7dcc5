using System.Text.Json;

namespace PlanDsl.Benchmarks;

/// <summary>A plan file made into objects and edges as one would do it by hand, with a serializer and a dictionary, against parsing it; and
/// loading it as a plan against that. It checks nothing but that all names are there and that there is an order.</summary>
internal sealed class LoadFloorRow : IRow
{
    private const int Rounds = 9;

    private static readonly JsonSerializerOptions Names = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public string Name => "load of plan files: into objects by a serializer";

    public Task<IReadOnlyList<Line>> MeasureAsync()
    {
        var lines = new List<Line>();
        foreach (var file in new LargeFile[] { new(10_000), new(100_000) })
        {
            var (least, parses, loads) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = -1; round < Rounds; round++)
            {
                var (hand, parse, load) = (LoadRow.TimeOf(() => Read(file.Text)), LoadRow.TimeOf(() => JsonDocument.Parse(file.Text)), LoadRow.TimeOf(() => LoadRow.LoadOf(file)));
                if (round < 0)
                    continue;
                least.Add(hand);
                parses.Add(parse);
                loads.Add(load);
            }

            var (floor, other, plan) = (Meter.Median(least), Meter.Median(parses), Meter.Median(loads));
            lines.Add(new($"load of {file.Name}: by hand", "JsonDocument.Parse", $"+{(floor - other) / file.Size:0} ns per step and edge", "—", IsMet: null, $"{Figures.Time(floor)} : {Figures.Time(other)}; {Figures.Rounds(Rounds)}"));
            lines.Add(new($"load of {file.Name}: the plan", "that", Figures.Ratio(plan / floor), "—", IsMet: null, $"{Figures.Time(plan)} : {Figures.Time(floor)}; {Figures.Rounds(Rounds)}"));
        }

        return Task.FromResult<IReadOnlyList<Line>>(lines);
    }

    private static List<int> Read(string text)
    {
        var steps = JsonSerializer.Deserialize<Plan>(text, Names)!.Steps;
        var numbers = new Dictionary<string, int>(steps.Length, StringComparer.Ordinal);
        for (var step = 0; step < steps.Length; step++)
            numbers.Add(steps[step].Id, step);
        var successors = Array.ConvertAll(steps, static _ => new List<int>());
        var unfinished = Array.ConvertAll(steps, static step => step.DependsOn.Length);
        for (var step = 0; step < steps.Length; step++)
        {
            foreach (var before in steps[step].DependsOn)
                successors[numbers[before]].Add(step);
        }

        var order = new List<int>(steps.Length);
        for (var step = 0; step < steps.Length; step++)
        {
            if (unfinished[step] == 0)
                order.Add(step);
        }

        for (var next = 0; next < order.Count; next++)
        {
            foreach (var successor in successors[order[next]])
            {
                if (--unfinished[successor] == 0)
                    order.Add(successor);
            }
        }

        return order.Count == steps.Length ? order : throw new InvalidOperationException("The steps wait for each other.");
    }

    private sealed record Plan(string PlanId, Step[] Steps);

    private sealed record Step(string Id, string Call, string[] DependsOn);
}
