using PlanDsl.Model;

namespace PlanDsl.Tests;

/// <summary>A random plan whose steps ask for nothing but to be called, so that it runs without a coordinator.</summary>
internal sealed class UnwatchedPlan
{
    private const int MostSteps = 24;
    private const int OneThatCancels = 20;

    public UnwatchedPlan(int seed, bool isFused)
    {
        var random = new Random(seed);
        var count = random.Next(1, MostSteps + 1);
        var chains = random.NextDouble();
        var disturbs = random.Next(4);
        MaxParallel = random.Next(4) == 0 ? random.Next(1, 4) : null;
        Steps = [.. Enumerable.Range(0, count).Select(step => Make(random, step, chains, mayAbort: (disturbs & 1) != 0, mayCancel: (disturbs & 2) != 0))];
        Table = TableOf(new()
        {
            Id = "unwatched",
            MaxParallel = MaxParallel,
            Steps = [.. Steps.Select(static (step, index) => new StepModel
            {
                Id = $"s{index}",
                IsAsync = step.IsAsync,
                DependsOn = [.. step.Predecessors.Select(static other => $"s{other}")],
                OnFailure = step.Policy,
                Critical = step.Critical,
                Parameters = step.IsAsync ? [Tables.Token] : [],
            })],
        }, isFused);
    }

    public int? MaxParallel { get; }

    public UnwatchedStep[] Steps { get; }

    public PlanTable Table { get; }

    /// <summary>Whether the plan always ends in the same way, however its bodies meet.</summary>
    public bool IsDetermined => !Steps.Any(static step => step.Cancels || step is { Fails: true, Policy: null, Critical: not false });

    private UnwatchedStep Make(Random random, int step, double chains, bool mayAbort, bool mayCancel)
    {
        int[] predecessors = step == 0 ? []
            : random.NextDouble() < chains ? [step - 1]
            : [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(step)).Distinct().Order()];
        FailurePolicy? policy = random.Next(3) switch { 0 => FailurePolicy.Continue, 1 => FailurePolicy.SkipDependents, _ => mayAbort ? null : FailurePolicy.Continue };
        var kind = (UnwatchedKind)random.Next(Enum.GetValues<UnwatchedKind>().Length);
        return new(
            predecessors,
            kind,
            policy,
            Critical: random.Next(4) == 0 ? false : null,
            Fails: random.Next(5) == 0,
            IsForeign: random.Next(3) == 0,
            Cancels: mayCancel && random.Next(OneThatCancels) == 0,
            Spins: random.Next(3) == 0 ? random.Next(2_000) : 0);
    }

    private static PlanTable TableOf(PlanModel plan, bool isFused)
    {
        var graph = PlanGraph.From(plan);
        return new(
            plan.Id,
            string.Join('\n', plan.Steps.Select(static step => step.Id)),
            new('\n', plan.Steps.Count - 1),
            [.. plan.Steps.Select(step => (byte)step.TraitsIn(plan))],
            [.. graph.SuccessorStart],
            [.. graph.AllSuccessors],
            [.. plan.Steps.Select((_, step) => graph.PredecessorsOf(step).Length)],
            plan.MaxParallel ?? 0,
            strands: isFused ? [.. Strands.Of(plan, graph)] : null);
    }
}
