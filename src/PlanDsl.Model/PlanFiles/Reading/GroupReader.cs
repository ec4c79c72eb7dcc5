namespace PlanDsl.Model;

/// <summary>Reads what a parallel step says of its children as a whole.</summary>
internal static class GroupReader
{
    public static void Read(FileReading reading, StepRow row, ObjectView step, ObjectView parallel, Place place, HashSet<string> constants)
    {
        row.Model = row.Model with
        {
            MaxParallel = BoundOf(reading, step, parallel, place),
            Parallel = new()
            {
                Strategy = StrategyOf(reading, parallel, place),
                Threshold = parallel.Integer("threshold"),
                Constants = ConstantReader.Read(reading, parallel["bindings"], place, constants),
            },
        };
    }

    private static ParallelStrategy? StrategyOf(FileReading reading, ObjectView parallel, Place place)
    {
        ParallelStrategy? strategy = parallel.Text("strategy") is { } written ? PolicyNames.Strategy[written] : null;
        if (parallel.Text("merge_strategy") is not "first_success")
            return strategy;
        if (strategy is not (null or ParallelStrategy.Any))
        {
            reading.Findings.Add(RuleIds.NotOneKind, parallel["merge_strategy"]!.Value.Span,
                [place.AtStart, $"has the strategy {parallel.Text("strategy")}, and by its merge_strategy any; keep one of the two"]);
        }

        return strategy ?? ParallelStrategy.Any;
    }

    private static int? BoundOf(FileReading reading, ObjectView step, ObjectView parallel, Place place)
    {
        int? bound = null;
        string? by = null;
        foreach (var (view, name) in new[] { (parallel, "max_concurrency"), (parallel, "max_parallel"), (step, "max_parallel") })
        {
            if (view.Integer(name) is not { } value || (reading.Plan.IsAgentPlan && name == "max_concurrency" && value == 0))
                continue;
            if (bound is { } first && first != value)
                reading.Findings.Add(RuleIds.NotOneKind, view[name]!.Value.Span, [place.AtStart, $"has two bounds for its children, {by} and {name}; keep one of the two"]);
            (bound, by) = (bound ?? value, by ?? name);
        }

        return bound;
    }
}
