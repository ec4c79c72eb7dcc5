namespace PlanDsl.Tests;

/// <content>Groups, fan-outs and loops.</content>
internal sealed partial class TestPlan
{
    private readonly Dictionary<int, Func<FanOut>> _fanOuts = [];
    private readonly Dictionary<int, int> _groups = [];

    private int[] Groups => _groups.Count == 0 ? [] : [.. _steps.Select((_, step) => _groups.GetValueOrDefault(step, -1))];

    /// <summary>Makes a group of steps that have been added before. To be called when all steps with bodies have been.</summary>
    /// <param name="collect">What the group does with its members' results; it is told whether a member's counts.</param>
    public TestPlan Group(
        string id,
        ParallelStrategy strategy,
        string[] members,
        string[]? after = null,
        int threshold = 0,
        FailurePolicy? onFailure = null,
        Action<Func<string, bool>>? collect = null)
    {
        foreach (var member in members)
            _groups[IndexOf(member)] = _steps.Count;
        foreach (var member in members)
            _policies.TryAdd(IndexOf(member), static policy => policy);
        _governed[_steps.Count] = context =>
        {
            collect?.Invoke(member => context.HasSucceeded(IndexOf(member)));
            return Task.CompletedTask;
        };
        Add(id, isAsync: true, after, onFailure, critical: null, static _ => default);
        return Also(policy => policy with { Group = new(strategy, threshold) });
    }

    /// <summary>A step whose body is called for each element of a collection.</summary>
    /// <param name="open">Opens the collection.</param>
    /// <param name="body">The body; it asks what was opened for its element.</param>
    public TestPlan ForEach<TFanOut>(
        string id, Func<TFanOut> open, Func<TFanOut, StepContext, Task> body, string[]? after = null, FailurePolicy? onFailure = null, bool isAsync = true)
        where TFanOut : FanOut
    {
        TFanOut? opened = null;
        _fanOuts[_steps.Count] = () => opened = open();
        _governed[_steps.Count] = context => body(opened!, context);
        Add(id, isAsync, after, onFailure, critical: null, static _ => default);
        return Also(static policy => policy with { IsFanOut = true });
    }

    /// <summary>Repeats the step added last until this holds.</summary>
    public TestPlan Until(Func<StepContext, bool> isEnough, int maxIterations, bool useLast = false)
    {
        var number = _decisions.Count;
        _decisions.Add(isEnough);
        return Also(policy => policy with { Loop = new(number, maxIterations, useLast) });
    }

    /// <summary>Bounds how many parts of the step added last execute at once.</summary>
    public TestPlan AtOnce(int maxParallel) => Also(policy => policy with { MaxParallel = maxParallel });

    /// <summary>Changes the policy of the step added last.</summary>
    public TestPlan Policy(Func<StepPolicy, StepPolicy> change) => Also(change);

    private int IndexOf(string id) => _steps.FindIndex(step => step.Id == id);
}
