using PlanDsl.Model;

namespace PlanDsl;

/// <summary>The names of a plan's steps and of their results. Immutable; a dictionary of them is made when one is first
/// asked for.</summary>
/// <param name="model">The plan.</param>
internal sealed class ResultKeys(PlanModel model)
{
    public string PlanId => model.Id;

    /// <summary>The step with this result_key, or -1.</summary>
    public int Find(string key) => Keys.TryGetValue(key, out var step) ? step : -1;

    /// <summary>The step with this id, or -1.</summary>
    public int StepWithId(string id) => Ids.TryGetValue(id, out var step) ? step : -1;

    public string Of(int step) => model.Steps[step].ResultKey;

    // Of two that make one, either will do.
    private Dictionary<string, int> Keys => field ??= Numbers(static step => step.ResultKey);

    private Dictionary<string, int> Ids => field ??= Numbers(static step => step.Id);

    private Dictionary<string, int> Numbers(Func<StepModel, string> name)
    {
        var numbers = new Dictionary<string, int>(model.Steps.Count, StringComparer.Ordinal);
        for (var step = 0; step < model.Steps.Count; step++)
            numbers.TryAdd(name(model.Steps[step]), step);
        return numbers;
    }
}
