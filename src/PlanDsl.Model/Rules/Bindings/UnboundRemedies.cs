namespace PlanDsl.Model;

/// <summary>What can be said to the author of a parameter that binds nothing. Made when the first one is met.</summary>
internal sealed class UnboundRemedies
{
    // More names than these are no help in a message.
    private const int MostNames = 6;

    private readonly PlanAnalysis _plan;
    private readonly HashSet<string> _inputs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _constants = new(StringComparer.Ordinal);
    private readonly HashSet<string> _misspelt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _silentSteps = new(StringComparer.Ordinal);
    private readonly BoundedNearest _nearestInputs;
    private readonly BoundedNearest _nearestConstants;

    public UnboundRemedies(PlanAnalysis plan)
    {
        _plan = plan;
        foreach (var input in plan.Model.Inputs)
            _inputs.Add(input.Name);
        foreach (var constant in plan.Model.Constants)
            _constants.Add(constant.Name);
        foreach (var step in plan.Model.Steps)
        {
            if (step.DeclaredResultKey is { } key && NameRules.FaultOfResultKey(key) is not null)
                _misspelt.Add(NameRules.ResultKeyFrom(key));
            if (step.ResultType is null)
                _silentSteps[step.ResultKey] = step.Id;
        }

        (_nearestInputs, _nearestConstants) = (new(_inputs, plan.Looks), new(_constants, plan.Looks));
    }

    /// <summary>Whether a step declares a key such as 'fetchRates', a finding of its own, where 'fetch_rates' would be right:
    /// who binds that has made no second mistake.</summary>
    public bool IsNamedByInvalidKey(string key) => _misspelt.Contains(key);

    /// <summary>What to do about a parameter that binds nothing, and the key that was probably meant. Never a result that would make the step wait for itself.</summary>
    public (string Remedy, string? Suggestion) For(Binding binding)
    {
        var (step, parameter, key) = (binding.Step, binding.Parameter, binding.Parameter.Key);
        if (parameter.Kind is ParameterKind.Outcome)
            return parameter.IsStepId ? ForStepId(step, key) : ForOutcome(step, key);
        if (parameter.Kind is ParameterKind.Element)
            return ForSource(step, parameter);
        if (_inputs.Contains(key))
            return (parameter.Path is null ? $"it is an input of the plan: {_plan.Words.DeclareInput}" : $"it is an input of the plan: write inputs.{key}", parameter.Path is null ? null : $"inputs.{key}");
        if (parameter.Path is not null && _constants.Contains(key))
            return ($"it is a binding of the plan: write bindings.{key}", $"bindings.{key}");
        if (_silentSteps.TryGetValue(key, out var silent) && _plan.CanComeAfter(step, _plan.Bindings.StepWithId(silent)))
            return (WithoutResult(silent, parameter.Type), null);

        var named = _plan.Bindings.StepWithId(key);
        if (named >= 0 && _plan.CanComeAfter(step, named))
        {
            var meant = _plan.Model.Steps[named].ResultKey;
            return ($"step '{key}' produces '{meant}': did you mean '{meant}'?", meant);
        }

        return (_plan.NearestResultKey(key, step) ?? (parameter.Path?.Root is ReferenceRoots.Bindings ? _nearestConstants.To(key) : null)) is { } nearest
            ? ($"did you mean '{nearest}'?", nearest)
            : (WithoutNearName(step, parameter.Path?.Root is ReferenceRoots.Bindings ? "declare it in bindings" : Declare(binding)), null);
    }

    private string WithoutResult(string id, TypeRef taken) =>
        OutcomeTypes.IsUntyped(taken) ? $"step '{id}' returns nothing: {OutcomeTypes.RemedyFor(null)}"
        : _plan.Bindings.MembersOf(_plan.Bindings.StepWithId(id)).IsEmpty
            ? $"step '{id}' returns nothing: let it return the value, or remove the parameter and name the step in {_plan.Words[PropertyNames.DependsOn]}"
            : $"group '{id}' has no result, because its members do not return one type: let them, or bind them one by one";

    // An outcome may be that of a step without a result, which goes by its id.
    private (string Remedy, string? Suggestion) ForOutcome(int step, string key) =>
        (_plan.NearestResultKey(key, step) ?? _plan.NearestStepId(key, step)) is { } nearest
            ? ($"did you mean '{nearest}'?", nearest)
            : ("name a step's result_key or its id", null);

    private (string Remedy, string? Suggestion) ForStepId(int step, string id) =>
        _plan.NearestStepId(id, step) is { } nearest ? ($"did you mean '{nearest}'?", nearest) : ("name a step's id", null);

    // The elements come one by one, so that it is another parameter that declares where they come from.
    private (string Remedy, string? Suggestion) ForSource(int step, ParameterModel parameter) =>
        (_plan.NearestResultKey(parameter.Key, step) ?? _nearestInputs.To(parameter.Key)) is { } nearest
            ? ($"did you mean '{nearest}'?", nearest)
            : ($"name the result or the input that holds the elements; {_plan.Words.DeclareSource(parameter)}", null);

    // Conditions and predicates are given no services.
    private string Declare(Binding binding) =>
        binding.Parameter.MayBeService && !binding.Role.Decides() && _plan.Model.Steps.All(step => step.ResultType?.Name != binding.Parameter.Type.Name)
            ? _plan.Words.DeclareInputOrService
            : _plan.Words.DeclareInput;

    private string WithoutNearName(int step, string declare)
    {
        var keys = _plan.ResultKeysFor(step).Take(MostNames + 1).Select(static key => $"'{key}'").ToArray();
        return keys.Length switch
        {
            1 => $"the only result to bind is {keys[0]}; or {declare}",
            > 1 and <= MostNames => $"the results to bind are {string.Join(", ", keys)}; or {declare}",
            _ => $"name a step's result_key, or {declare}",
        };
    }
}
