using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>A plan as the engine runs it: steps are numbers, edges are ranges of an array, and what the engine must know
/// of a step fits in a byte. Immutable and thread-safe; made once per plan, shared by all of its runs.</summary>
public sealed partial class PlanTable
{
    private readonly string? _joinedIds;
    private readonly string? _joinedKeys;
    private Func<int[][]>? _findStrands;
    private bool? _hasSecretsWithin;

    /// <summary>Makes a table from the constants in generated code, which are trusted.</summary>
    /// <param name="planId">The plan's id.</param>
    /// <param name="stepIds">The ids of the steps, one per line; split when a name is first asked for.</param>
    /// <param name="resultKeys">The result_keys of the steps, one per line, empty where a step produces no value.</param>
    /// <param name="traits">One <see cref="StepTraits"/> per step.</param>
    /// <param name="successorStart">Where the successors of each step start, and where the last one's end.</param>
    /// <param name="successors">The successors of all steps, each step's in declaration order.</param>
    /// <param name="predecessorCounts">How many steps directly precede each step.</param>
    /// <param name="maxParallel">How many steps may run at once; 0 for no bound.</param>
    /// <param name="timeout">How long a run may take; <see langword="null"/> for no bound.</param>
    /// <param name="policies">One policy per step, <see langword="null"/> for the steps that have none, or altogether where
    /// no step has one.</param>
    /// <param name="groups">The index of the parallel group that each step is a member of, -1 for none; empty where the plan
    /// has no group. Groups stand after the steps that have bodies.</param>
    /// <param name="maxDepth">How deep sub-plans may be nested, this plan counted as 1; 0 for the default.</param>
    /// <param name="maxSteps">How many steps a run may have, those of sub-plans and what fan-outs and loops make of theirs
    /// counted; 0 for no bound.</param>
    /// <param name="strands">The steps of each strand that the program runs as one, in order; none in which the program has none.</param>
    /// <exception cref="ArgumentException">The lengths do not agree.</exception>
    [EditorBrowsable(EditorBrowsableState.Advanced)]
    public PlanTable(
        string planId,
        string stepIds,
        string resultKeys,
        ReadOnlySpan<byte> traits,
        ReadOnlySpan<int> successorStart,
        ReadOnlySpan<int> successors,
        ReadOnlySpan<int> predecessorCounts,
        int maxParallel = 0,
        TimeSpan? timeout = null,
        StepPolicy?[]? policies = null,
        ReadOnlySpan<int> groups = default,
        int maxDepth = 0,
        int maxSteps = 0,
        int[][]? strands = null)
        : this(planId, traits.ToArray(), successorStart.ToArray(), successors.ToArray(), predecessorCounts.ToArray(), maxParallel, timeout, policies, groups.IsEmpty ? null : groups.ToArray())
    {
        ArgumentNullException.ThrowIfNull(stepIds);
        ArgumentNullException.ThrowIfNull(resultKeys);
        ArgumentOutOfRangeException.ThrowIfNegative(maxDepth);
        ArgumentOutOfRangeException.ThrowIfNegative(maxSteps);
        MaxDepth = maxDepth;
        MaxSteps = maxSteps;
        Strands = strands ?? [];
        _joinedIds = stepIds;
        _joinedKeys = resultKeys;
    }

    private PlanTable(
        string planId,
        byte[] traits,
        int[] successorStart,
        int[] successors,
        int[] predecessorCounts,
        int maxParallel,
        TimeSpan? timeout,
        StepPolicy?[]? policies,
        int[]? groups)
    {
        ArgumentNullException.ThrowIfNull(planId);
        ArgumentOutOfRangeException.ThrowIfNegative(maxParallel);
        if (successorStart.Length != traits.Length + 1 || predecessorCounts.Length != traits.Length || successorStart[^1] != successors.Length
            || (policies is not null && policies.Length != traits.Length) || (groups is not null && groups.Length != traits.Length))
            throw new ArgumentException("The arrays do not describe the same steps.", nameof(successorStart));

        PlanId = planId;
        MaxParallel = maxParallel;
        Traits = traits;
        Timeout = timeout;
        Policies = policies;
        Groups = groups;
        Membership = groups is null ? null : new(groups);
        foreach (var step in traits)
            AllTraits |= (StepTraits)step;
        HasRunWhen = policies is not null && Array.Exists(policies, static policy => policy is { RunWhen: not RunWhen.Success });
        NeedsAgents = policies is not null && Array.Exists(policies, static policy => policy is { NeedsAgents: true });
        NeedsServices = policies is not null && Array.Exists(policies, static policy => policy is { NeedsServices: true });
        IsExpress = timeout is null && groups is null && Array.TrueForAll(traits, static step => (step & (int)(StepTraits.Governed | StepTraits.Bounded)) != (int)StepTraits.Governed);
        Declared = new(successorStart, successors, predecessorCounts);
        Live = policies is not null && Array.Exists(policies, static policy => policy is { LiveFrom: not null })
            ? new(Array.ConvertAll(policies, static policy => policy?.LiveFrom ?? -1))
            : null;
        var starts = Live is null ? Declared : PlanEdges.Of(Live.StartsOf(Declared.ToGraph()));
        (SuccessorStart, Successors, PredecessorCounts) = (starts.SuccessorStart, starts.Successors, starts.PredecessorCounts);
    }

    /// <summary>The plan's id.</summary>
    public string PlanId { get; }

    /// <summary>How many steps there are.</summary>
    public int StepCount => Traits.Length;

    /// <summary>How many steps may run at once; 0 for no bound.</summary>
    public int MaxParallel { get; }

    /// <summary>How long a run may take; <see langword="null"/> for no bound.</summary>
    public TimeSpan? Timeout { get; }

    /// <summary>How deep sub-plans may be nested, this plan counted as 1; 0 for the default.</summary>
    public int MaxDepth { get; private init; }

    /// <summary>How many steps a run may have, those of sub-plans counted; 0 for no bound.</summary>
    public int MaxSteps { get; private init; }

    /// <summary>The ids of the steps, in declaration order.</summary>
    public IReadOnlyList<string> StepIds
    {
        get => field ??= Lines(_joinedIds!);
        private init;
    }

    /// <summary>The result_keys of the steps, in declaration order; <see langword="null"/> where a step produces no value.</summary>
    public IReadOnlyList<string?> ResultKeys
    {
        get => field ??= Array.ConvertAll(Lines(_joinedKeys!), static key => key.Length == 0 ? null : key);
        private init;
    }

    /// <summary>The traits of all steps together.</summary>
    internal StepTraits AllTraits { get; }

    internal byte[] Traits { get; }

    /// <summary>The edges as the plan declares them.</summary>
    internal PlanEdges Declared { get; }

    /// <summary>What tells the plan from others in a journal; made for the first run that is recorded.</summary>
    internal PlanShape? Shape { get; set; }

    /// <summary>Gives the plan that a step runs, as far as it is known without running anything; behind the numbers of the steps, what takes the
    /// place of each, and then what undoes each. <see langword="null"/> where nothing of that runs one.</summary>
    internal Func<int, PlanTable?>? PlanOf { get; set; }

    /// <summary>Says what the body of a step is where that is more than a method, as <c>command</c>, and by the numbers of <see cref="PlanOf"/> what takes its place and
    /// what undoes it; <see langword="null"/> where no step has such a body.</summary>
    internal Func<int, string?>? KindOf { get; set; }

    /// <summary>Makes a program that knows of what types the results of the steps are, and cannot be run; <see langword="null"/> where nobody knows.</summary>
    internal Func<IPlanProgram>? ProgramOfNobody { get; set; }

    /// <summary>Its secret inputs that need not be given.</summary>
    internal UngivenSecret[] Secrets { get; set; } = [];

    /// <summary>Whether something in it, a step or what takes its place, is known to run another plan.</summary>
    internal bool RunsPlans => PlansWithin([]).Any();

    /// <summary>Whether plans that it runs, or that those run, have secrets which nobody gives them.</summary>
    internal bool HasSecretsWithin => PlanOf is not null && (_hasSecretsWithin ??= PlansWithin([]).Any(static plan => plan.Secrets.Length > 0));

    /// <summary>Those secrets; what is missing is missed when its plan runs.</summary>
    internal IEnumerable<(string Name, JsonElement Value)> SecretsWithin() => PlansWithin([])
        .SelectMany(static plan => plan.Secrets)
        .SelectMany(static secret => ValueOf(secret.Find).Select(value => (secret.Name, value)));

    /// <summary>Which steps start together; <see langword="null"/> where no step reads a stream live.</summary>
    internal LiveChains? Live { get; }

    /// <summary>Where the successors of each step start, and where the last one's end: of the edges by which steps start, which differ
    /// from the declared ones where a step reads a stream live.</summary>
    internal int[] SuccessorStart { get; }

    internal int[] Successors { get; }

    internal int[] PredecessorCounts { get; }

    /// <summary>The policies of the steps; <see langword="null"/> where no step has one.</summary>
    internal StepPolicy?[]? Policies { get; }

    /// <summary>Whether steps are given tokens.</summary>
    internal bool TakesTokens => (AllTraits & StepTraits.Cancellable) != StepTraits.None;

    /// <summary>Whether a run needs no coordinator as long as no step fails and none takes longer than it may.</summary>
    internal bool IsExpress { get; }

    /// <summary>The plan as units that are scheduled as one.</summary>
    internal UnitTable Units => field ??= new(this, IsInOrder ? [] : Strands);

    /// <summary>The order in which one thread runs the plan; <see langword="null"/> where the strands are not all of it.</summary>
    internal SerialOrder? Order => IsInOrder ? field ??= new(this) : null;

    /// <summary>The steps of each strand that the program runs as one, in order.</summary>
    /// <remarks>Those of a plan that is loaded are found when it first runs in a way that has some: whoever finds them finds the same. What
    /// finds them is let go of once they can be seen, so that who does not see it any more sees them.</remarks>
    internal int[][] Strands
    {
        get
        {
            if (Volatile.Read(ref _findStrands) is { } find && Volatile.Read(ref field) is null)
            {
                Volatile.Write(ref field, find());
                Volatile.Write(ref _findStrands, null);
            }

            return Volatile.Read(ref field) ?? [];
        }
        private init;
    }

    private Func<int[][]>? FindStrands
    {
        init => _findStrands = value;
    }

    private bool IsInOrder => Strands.Length > 0 && Model.Strands.AreWholeOrder(MaxParallel, (AllTraits & StepTraits.Async) != StepTraits.None);

    /// <summary>Whether some step runs also after failures.</summary>
    internal bool HasRunWhen { get; }

    /// <summary>The group of each step, -1 for none; <see langword="null"/> where there is no group.</summary>
    internal int[]? Groups { get; }

    /// <summary>Whether a step asks an agent for which the run has to bring a runner.</summary>
    internal bool NeedsAgents { get; }

    /// <summary>Whether a step asks for services.</summary>
    internal bool NeedsServices { get; }

    /// <summary>How the steps belong to groups; <see langword="null"/> where there is no group.</summary>
    internal PlanGroups? Membership { get; }

    /// <summary>The retries of the steps that have some.</summary>
    internal RetryPipelines Retries => field ??= new(Policies!);

    /// <summary>Makes the table of <paramref name="model"/>, after the rules that judge a plan at build time have judged it.</summary>
    /// <param name="model">The plan. Its types are not judged: a program for it brings bodies that fit.</param>
    /// <exception cref="InvalidPlanException">The plan is not sound; the exception carries every finding.</exception>
    /// <exception cref="NotSupportedException">A step chooses by a generic type of exception what is retried; only compiled plans
    /// can.</exception>
    public static PlanTable From(PlanModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var analysis = new PlanAnalysis(model, TypeFacts.None, Wording.PlanModel);
        var findings = PlanRules.Check(analysis);
        if (findings.Any(static finding => finding.Severity is FindingSeverity.Error))
            throw new InvalidPlanException(model.Id, findings);
        return OfSound(analysis, model, timeout: null, hasStrands: false);
    }

    /// <summary>Makes the table of a plan that has been judged.</summary>
    /// <param name="analysis">What its names mean, and its edges.</param>
    /// <param name="model">The plan, with the same names and edges.</param>
    /// <param name="timeout">A bound on its runs beside its own; the lesser holds.</param>
    /// <param name="hasStrands">Whether its program runs strands.</param>
    internal static PlanTable OfSound(PlanAnalysis analysis, PlanModel model, TimeSpan? timeout, bool hasStrands)
    {
        if (timeout is null || model.Timeout?.Value < timeout)
            timeout = model.Timeout?.Value;
        var (bindings, graph) = (analysis.Bindings, analysis.Graph);
        var traits = new byte[model.Steps.Count];
        var predecessorCounts = new int[traits.Length];
        var (ids, keys) = (new string[traits.Length], new string?[traits.Length]);
        for (var step = 0; step < traits.Length; step++)
        {
            var declared = model.Steps[step];
            traits[step] = (byte)declared.TraitsIn(model);
            predecessorCounts[step] = graph.PredecessorsOf(step).Length;
            ids[step] = declared.Id;
            keys[step] = declared.ResultType is null ? null : declared.ResultKey;
        }

        // Only a step that asks for something has a policy, and a table is no more written to than a graph.
        var policies = Array.Exists(traits, static step => (step & (int)StepTraits.Governed) != 0) ? StepPolicies.Of(model, bindings.Live) : null;
        var (start, successors) = (ImmutableCollectionsMarshal.AsArray(graph.SuccessorStart)!, ImmutableCollectionsMarshal.AsArray(graph.AllSuccessors)!);
        return new(model.Id, traits, start, successors, predecessorCounts, model.MaxParallel ?? 0, timeout, policies, policies is null ? null : GroupsOf(model, bindings))
        {
            MaxDepth = model.MaxDepth ?? 0,
            MaxSteps = model.MaxSteps ?? 0,
            FindStrands = hasStrands ? () => [.. Model.Strands.Of(model, graph)] : null,
            StepIds = ids,
            ResultKeys = keys,
        };
    }

    /// <summary>The group that a step is a member of, or -1.</summary>
    internal int GroupOf(int step) => Groups is null ? -1 : Groups[step];

    internal bool Has(int step, StepTraits trait) => (Traits[step] & (byte)trait) != 0;

    internal StepPolicy? PolicyOf(int step) => Policies?[step];

    /// <summary>After which ends of its predecessors a step runs; a member of a group, after those after which its group does.</summary>
    internal RunWhen RunWhenOf(int step)
    {
        if (!HasRunWhen)
            return RunWhen.Success;
        return PolicyOf(Groups?[step] is { } group and >= 0 ? group : step)?.RunWhen ?? RunWhen.Success;
    }

    internal ReadOnlySpan<int> SuccessorsOf(int step) => Successors.AsSpan(SuccessorStart[step]..SuccessorStart[step + 1]);

    private static int[]? GroupsOf(PlanModel model, PlanBindings bindings) =>
        model.Steps.Any(static step => step.Parallel is not null) ? [.. Enumerable.Range(0, model.Steps.Count).Select(bindings.GroupOf)] : null;

    private string[] Lines(string joined) => StepCount == 0 ? [] : joined.Split('\n');

    private IEnumerable<PlanTable> PlansWithin(HashSet<PlanTable> seen)
    {
        for (var number = 0; PlanOf is not null && number < 3 * StepCount; number++)
        {
            if (PlanOf(number) is not { } plan || !seen.Add(plan))
                continue;
            yield return plan;
            foreach (var within in plan.PlansWithin(seen))
                yield return within;
        }
    }

    private static IEnumerable<JsonElement> ValueOf(Func<JsonElement> find)
    {
        try
        {
            return [find()];
        }
        catch (ArgumentException)
        {
            return [];
        }
    }
}
