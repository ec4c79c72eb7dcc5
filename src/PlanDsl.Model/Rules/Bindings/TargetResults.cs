namespace PlanDsl.Model;

/// <summary>The results of a plan file that a step runs: an object, by result_key. Not thread-safe where there are many.</summary>
internal sealed class TargetResults
{
    private readonly Dictionary<string, StepModel> _steps = new(StringComparer.Ordinal);

    /// <summary>Those of a plan.</summary>
    public TargetResults(SubPlanTarget target)
    {
        foreach (var step in target.Plan.Steps)
        {
            if (!_steps.ContainsKey(step.ResultKey))
                _steps.Add(step.ResultKey, step);
        }

        Keys = new([.. target.Plan.Steps.Select(static step => step.ResultKey)]);
    }

    /// <summary>The result_keys.</summary>
    public KnownMembers Keys { get; }

    /// <summary>Whether the result of this key is what one command leaves.</summary>
    public bool IsOfCommand(string key) => _steps.TryGetValue(key, out var step) && step.Element is null && CommandResults.AreReturnedBy(step);
}
