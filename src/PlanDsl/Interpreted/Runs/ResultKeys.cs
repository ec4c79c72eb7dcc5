using PlanDsl.Model;

namespace PlanDsl;

/// <summary>The names of a plan's steps and of their results. Immutable.</summary>
internal sealed class ResultKeys
{
    private readonly PlanModel _model;
    private readonly Dictionary<string, int> _steps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    public ResultKeys(PlanModel model)
    {
        _model = model;
        for (var step = 0; step < model.Steps.Count; step++)
        {
            _steps.TryAdd(model.Steps[step].ResultKey, step);
            _ids.TryAdd(model.Steps[step].Id, step);
        }
    }

    public string PlanId => _model.Id;

    /// <summary>The step with this result_key, or -1.</summary>
    public int Find(string key) => _steps.TryGetValue(key, out var step) ? step : -1;

    /// <summary>The step with this id, or -1.</summary>
    public int StepWithId(string id) => _ids.TryGetValue(id, out var step) ? step : -1;

    public string Of(int step) => _model.Steps[step].ResultKey;
}
