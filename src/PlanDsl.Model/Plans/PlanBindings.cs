namespace PlanDsl.Model;

/// <summary>Resolves the names in a plan: which step a result_key or an id means. The one place where binding is decided,
/// for rules, type facts and code alike. Immutable once made.</summary>
public sealed class PlanBindings
{
    private readonly PlanModel _model;
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byResultKey = new(StringComparer.Ordinal);

    /// <summary>Indexes the names of <paramref name="model"/>; of two steps with one name, the first has it.</summary>
    public PlanBindings(PlanModel model)
    {
        _model = model;
        for (var step = 0; step < model.Steps.Count; step++)
        {
            var declared = model.Steps[step];
            if (!_byId.ContainsKey(declared.Id))
                _byId.Add(declared.Id, step);
            if (declared.ResultType is not null && !_byResultKey.ContainsKey(declared.ResultKey))
                _byResultKey.Add(declared.ResultKey, step);
        }
    }

    /// <summary>The index of the step with this id, or -1.</summary>
    public int StepWithId(string id) => _byId.TryGetValue(id, out var step) ? step : -1;

    /// <summary>The index of the step that produces this result_key, or -1.</summary>
    public int ProducerOf(string resultKey) => _byResultKey.TryGetValue(resultKey, out var step) ? step : -1;

    /// <summary>The index of the step whose result the parameter binds, or -1 where it binds no result or none that exists.</summary>
    public int ProducerOf(int step, int parameter)
    {
        var bound = _model.Steps[step].Parameters[parameter];
        return bound.Kind is ParameterKind.Result ? ProducerOf(bound.Key) : -1;
    }

    /// <summary>All ids of steps, for a suggestion.</summary>
    public IEnumerable<string> StepIds => _byId.Keys;

    /// <summary>All result_keys, for a suggestion.</summary>
    public IEnumerable<string> ResultKeys => _byResultKey.Keys;
}
