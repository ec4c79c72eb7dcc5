namespace PlanDsl.Model;

/// <summary>The results of a plan file that a step runs: an object, by result_key, without those that a run has not left. Not thread-safe.</summary>
internal sealed class TargetResults
{
    private readonly Dictionary<string, int> _steps = new(StringComparer.Ordinal);
    private readonly PlanAnalysis _plan;
    private readonly Dictionary<int, EquatableArray<string>> _members = [];
    private StepSet? _optional;

    /// <summary>Those of a plan.</summary>
    /// <param name="target">The plan.</param>
    /// <param name="others">Those of the plans that it may run itself.</param>
    public TargetResults(SubPlanTarget target, Dictionary<string, TargetResults> others)
    {
        _plan = new(target.Plan, TypeFacts.None, Wording.PlanFile) { ResultsOfTargets = others };
        for (var step = 0; step < target.Plan.Steps.Count; step++)
        {
            if (!_steps.ContainsKey(target.Plan.Steps[step].ResultKey))
                _steps.Add(target.Plan.Steps[step].ResultKey, step);
        }

        Keys = target.Plan.Steps.Select(static step => step.ResultKey).Distinct(StringComparer.Ordinal).ToEquatableArray();
        Type = KnownResults.OfPlan(target.PlanId);
    }

    /// <summary>What they are to expressions.</summary>
    public ExpressionType Type { get; }

    /// <summary>The result_keys, in the order of their declaration.</summary>
    public EquatableArray<string> Keys { get; }

    /// <summary>The type of the result of a key; <see langword="null"/> if there is none.</summary>
    public ExpressionType? Find(string key)
    {
        if (!_steps.TryGetValue(key, out var step))
            return null;
        var type = KnownResults.Of(_plan, step) ?? ExpressionType.Dynamic;

        // Where it is compiled, such a list is any JSON, and such an object is JSON with these members.
        if (KnownResults.IsUnlike(type))
            type = type with { Count = null };
        else if (type == KnownResults.Keyed)
            type = type.WithMembers(MembersOf(step));
        _optional ??= OptionalResults.Of(_plan.Model, _plan.Graph, _plan.Bindings);
        return _optional.Contains(step) ? type with { MayBeNull = true, IsNullJudged = false, MayBeMissing = true } : type;
    }

    // Asked for by every path into it, however many they are.
    private EquatableArray<string> MembersOf(int group)
    {
        if (!_members.TryGetValue(group, out var members))
            _members.Add(group, members = [.. _plan.KeysOf(group)!.Names]);
        return members;
    }
}
