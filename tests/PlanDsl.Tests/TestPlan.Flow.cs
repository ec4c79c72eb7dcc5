namespace PlanDsl.Tests;

/// <content>Conditions, and the bodies that policies name. Each of these methods speaks of the step added last.</content>
internal sealed partial class TestPlan
{
    private readonly List<Func<StepContext, bool>> _decisions = [];
    private readonly List<Func<StepContext, Task>> _named = [];
    private readonly Dictionary<int, Func<StepPolicy, StepPolicy>> _policies = [];

    private StepPolicy?[] Policies =>
        [.. _steps.Select((_, step) => _policies.TryGetValue(step, out var make) ? make(Tables.PolicyOf(_steps[step])) : null)];

    /// <summary>The step runs only if this holds.</summary>
    public TestPlan When(Func<bool> condition)
    {
        var number = _decisions.Count;
        _decisions.Add(_ => condition());
        return Also(policy => policy with { Condition = number });
    }

    /// <summary>The way through the plan leads to the step only if this holds.</summary>
    public TestPlan Branch(Func<bool> isOnTheWay)
    {
        var number = _decisions.Count;
        _decisions.Add(_ => isOnTheWay());
        return Also(policy => policy with { Branch = number });
    }

    public TestPlan Critical(bool? critical)
    {
        _steps[^1] = _steps[^1] with { Critical = critical };
        return this;
    }

    public TestPlan RunWhen(RunWhen runWhen) => Also(policy => policy with { RunWhen = runWhen });

    public TestPlan Fallback(Func<StepContext, Task> body)
    {
        var number = _named.Count;
        _named.Add(body);
        return Also(policy => policy with { Fallback = _steps.Count + number });
    }

    public TestPlan Compensate(Func<StepContext, Task> body)
    {
        var number = _named.Count;
        _named.Add(body);
        return Also(policy => policy with { Compensation = _steps.Count + number });
    }

    private TestPlan Also(Func<StepPolicy, StepPolicy> change)
    {
        var step = _steps.Count - 1;
        var before = _policies.GetValueOrDefault(step, static policy => policy);
        _policies[step] = policy => change(before(policy));
        return this;
    }
}
