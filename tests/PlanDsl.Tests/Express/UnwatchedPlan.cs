using PlanDsl.Model;

namespace PlanDsl.Tests;

/// <summary>A random plan whose steps ask for nothing but to be called, or for no more than timeouts and retries, so that it runs
/// without a coordinator.</summary>
internal sealed class UnwatchedPlan
{
    private const int MostSteps = 24;
    private const int MostStepsOfStrand = 8;
    private const int OneThatCancels = 20;
    private const int MostTurns = 60;
    private static readonly UnwatchedKind[] Kinds = [.. Enum.GetValues<UnwatchedKind>().Where(static kind => kind is not UnwatchedKind.Stuck)];

    /// <param name="seed">Makes it what it is.</param>
    /// <param name="isFused">Whether its strands are run as one.</param>
    /// <param name="isSync">Whether no body waits, so that all of it is strands; they are shorter than those of a real plan, and
    /// several threads take over somewhere.</param>
    /// <param name="waits">Whether bodies wait all the same, of which the table says nothing.</param>
    public UnwatchedPlan(int seed, bool isFused, bool isSync = false, bool waits = false)
    {
        var random = new Random(seed);
        var count = random.Next(1, MostSteps + 1);
        var chains = random.NextDouble();
        var disturbs = random.Next(4);
        var bounds = Math.Max(0, random.NextDouble() - 0.5);
        MaxParallel = random.Next(4) == 0 ? random.Next(1, 4) : null;
        Steps = [.. Enumerable.Range(0, count).Select(step => WithBounds(random, isSync ? 0 : bounds, Make(random, step, chains, mayAbort: (disturbs & 1) != 0, mayCancel: (disturbs & 2) != 0)))];
        if (isSync)
        {
            if (!waits)
                Steps = Array.ConvertAll(Steps, static step => step with { Kind = UnwatchedKind.Synchronous });
            (SharedAt, SharedBy) = (random.Next(count + 1), (UnwatchedSharing)random.Next(Enum.GetValues<UnwatchedSharing>().Length));
        }

        CancelledAfter = (disturbs & 2) != 0 && random.Next(2) == 0 ? random.Next(MostTurns) : null;
        Table = TableOf(new()
        {
            Id = "unwatched",
            MaxParallel = MaxParallel,
            Steps = [.. Steps.Select((step, index) => new StepModel
            {
                Id = $"s{index}",
                IsAsync = step.IsAsync && !isSync,
                DependsOn = [.. step.Predecessors.Select(static other => $"s{other}")],
                OnFailure = step.Policy,
                Critical = step.Critical,
                Parameters = step.IsAsync ? [Tables.Token] : [],
                Timeout = step.Kind is UnwatchedKind.Stuck ? new("1ms") : null,
                Retry = step.Retries > 0 ? new() { Retries = step.Retries } : null,
            })],
        }, isFused, random.Next(1, MostStepsOfStrand + 1));
    }

    public int? MaxParallel { get; }

    /// <summary>The place in the order at which several threads are to go on; 0 for none.</summary>
    public int SharedAt { get; }

    /// <summary>Who brings that about.</summary>
    public UnwatchedSharing SharedBy { get; }

    public UnwatchedStep[] Steps { get; }

    /// <summary>After how many turns somebody cancels who is no step, if anybody does.</summary>
    public int? CancelledAfter { get; }

    public PlanTable Table { get; }

    /// <summary>Whether the plan always ends in the same way, however its bodies meet.</summary>
    public bool IsDetermined => CancelledAfter is null && !Steps.Any(static step => step.Cancels || step is { Fails: true, Policy: null, Critical: not false });

    private UnwatchedStep Make(Random random, int step, double chains, bool mayAbort, bool mayCancel)
    {
        int[] predecessors = step == 0 ? []
            : random.NextDouble() < chains ? [step - 1]
            : [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(step)).Distinct().Order()];
        FailurePolicy? policy = random.Next(3) switch { 0 => FailurePolicy.Continue, 1 => FailurePolicy.SkipDependents, _ => mayAbort ? null : FailurePolicy.Continue };
        var kind = Kinds[random.Next(Kinds.Length)];
        return new(
            predecessors,
            kind,
            policy,
            Critical: random.Next(4) == 0 ? false : null,
            IsForeign: random.Next(3) == 0,
            Cancels: mayCancel && random.Next(OneThatCancels) == 0,
            Spins: random.Next(3) == 0 ? random.Next(2_000) : 0,
            Retries: 0,
            Failures: random.Next(5) == 0 ? 1 : 0);
    }

    // One that is stuck is so in every attempt.
    private static UnwatchedStep WithBounds(Random random, double share, UnwatchedStep step)
    {
        if (random.NextDouble() >= share)
            return step;
        var retries = random.Next(3);
        return random.Next(5) == 0
            ? step with { Kind = UnwatchedKind.Stuck, Retries = retries, Failures = int.MaxValue, Cancels = false }
            : step with { Retries = retries, Failures = random.Next(4) };
    }

    private static PlanTable TableOf(PlanModel plan, bool isFused, int mostOfStrand)
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
            policies: StepPolicies.Of(plan, live: null),
            strands: !isFused ? null
                : plan.Steps.Any(static step => step.IsAsync) ? [.. Strands.Of(plan, graph)]
                : [.. Strands.Of(plan, graph).SelectMany(static steps => steps).Chunk(mostOfStrand)]);
    }
}
