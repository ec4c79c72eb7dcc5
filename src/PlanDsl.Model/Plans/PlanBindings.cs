namespace PlanDsl.Model;

/// <summary>Resolves the names in a plan: which step a result_key or an id means. The one place where binding is decided,
/// for rules, type facts and code alike. Immutable once made.</summary>
public sealed class PlanBindings
{
    private readonly PlanModel _model;
    private readonly Dictionary<string, int> _byId;
    private readonly Dictionary<string, int> _byResultKey;
    private readonly StepSet _contested;
    private readonly int[] _parameterStart;
    private readonly int[] _producers;
    private readonly int[] _dependencyStart;
    private readonly int[] _dependencies;
    private readonly GroupMembers? _groups;

    /// <summary>Resolves the names of <paramref name="model"/>; of two steps with one name, the first has it.</summary>
    public PlanBindings(PlanModel model)
    {
        _model = model;
        _byId = new(model.Steps.Count, StringComparer.Ordinal);
        _byResultKey = new(model.Steps.Count, StringComparer.Ordinal);
        _contested = new StepSet(model.Steps.Count);
        _parameterStart = new int[model.Steps.Count + 1];
        _dependencyStart = new int[model.Steps.Count + 1];
        for (var step = 0; step < model.Steps.Count; step++)
        {
            var declared = model.Steps[step];
            _parameterStart[step + 1] = _parameterStart[step] + declared.Parameters.Count;
            foreach (var role in MethodRoles.Named)
                _parameterStart[step + 1] += declared.ParametersOf(role).Count;
            _dependencyStart[step + 1] = _dependencyStart[step] + declared.DependsOn.Count;
            Index(declared.Id, step, _byId);
            if (declared.ResultType is not null)
                Index(declared.ResultKey, step, _byResultKey);
        }

        _producers = new int[_parameterStart[model.Steps.Count]];
        _dependencies = new int[_dependencyStart[model.Steps.Count]];
        for (var step = 0; step < model.Steps.Count; step++)
            Resolve(step, _producers.AsSpan(_parameterStart[step]), _dependencies.AsSpan(_dependencyStart[step]));
        _groups = GroupMembers.Of(model);
        Live = LiveChainsOf(model);
    }

    /// <summary>Which steps start together; <see langword="null"/> where no step reads the stream of another live.</summary>
    public LiveChains? Live { get; }

    /// <summary>All ids of steps, in the order in which they are first declared.</summary>
    public IEnumerable<string> StepIds
    {
        get
        {
            for (var step = 0; step < _model.Steps.Count; step++)
            {
                if (_byId[_model.Steps[step].Id] == step)
                    yield return _model.Steps[step].Id;
            }
        }
    }

    /// <summary>All result_keys under which there is a result, in the order in which they are first declared.</summary>
    public IEnumerable<string> ResultKeys
    {
        get
        {
            for (var step = 0; step < _model.Steps.Count; step++)
            {
                if (ProducerOf(_model.Steps[step].ResultKey) == step)
                    yield return _model.Steps[step].ResultKey;
            }
        }
    }

    /// <summary>How many parameters and dependencies there are, and so at most how many edges.</summary>
    internal int ReferenceCount => _producers.Length + _dependencies.Length;

    /// <summary>The index of the step with this id, or -1.</summary>
    public int StepWithId(string id) => _byId.TryGetValue(id, out var step) ? step : -1;

    /// <summary>The index of the step that produces this result_key, or -1.</summary>
    public int ProducerOf(string resultKey) => _byResultKey.TryGetValue(resultKey, out var step) ? step : -1;

    /// <summary>What the parameters of <paramref name="step"/> bind: those of its body, then those of the methods that its options name.</summary>
    public StepBindings BindingsOf(int step) =>
        new(_model.Steps[step], step, _producers.AsMemory(_parameterStart[step], _parameterStart[step + 1] - _parameterStart[step]));

    /// <summary>For each parameter of the step's body, or of a method that it calls for another purpose, the index of the step
    /// whose result it binds, or -1 where it binds no result or none that exists.</summary>
    public ReadOnlySpan<int> ProducersOf(int step, MethodRole role = MethodRole.Body)
    {
        var declared = _model.Steps[step];
        var start = _parameterStart[step];
        for (var earlier = MethodRole.Body; earlier < role; earlier++)
            start += declared.ParametersOf(earlier).Count;
        return _producers.AsSpan(start, declared.ParametersOf(role).Count);
    }

    /// <summary>For each id in the step's <see cref="StepModel.DependsOn"/> the index of the step that it means, or -1.</summary>
    public ReadOnlySpan<int> DependenciesOf(int step) =>
        _dependencies.AsSpan(_dependencyStart[step], _dependencyStart[step + 1] - _dependencyStart[step]);

    /// <summary>The index of the parallel group that <paramref name="step"/> is a member of, or -1 where it is a member of none
    /// or of none that exists.</summary>
    public int GroupOf(int step) => _groups is null ? -1 : _groups.GroupOf[step];

    /// <summary>The members of the parallel group <paramref name="step"/>, in declaration order; none for another step.</summary>
    public ReadOnlySpan<int> MembersOf(int step) => _groups is null ? default : _groups.MembersOf(step);

    /// <summary>The step that stands in the graph for <paramref name="step"/>: the group of a member, whose edges are those of
    /// its group, and every other step itself.</summary>
    public int NodeOf(int step) => GroupOf(step) is >= 0 and var group ? group : step;

    /// <summary>Whether another step claims the id or the result_key of <paramref name="step"/>, so that nobody can tell which
    /// of the two a reference means.</summary>
    public bool IsContested(int step) => _contested.Contains(step);

    private void Index(string name, int step, Dictionary<string, int> names)
    {
        if (names.TryGetValue(name, out var first))
        {
            _contested.Add(first);
            _contested.Add(step);
        }
        else
        {
            names.Add(name, step);
        }
    }

    private LiveChains? LiveChainsOf(PlanModel model)
    {
        int[]? producers = null;
        for (var step = 0; step < model.Steps.Count; step++)
        {
            if (!model.Steps[step].ReadsLive)
                continue;
            if (producers is null)
            {
                producers = new int[model.Steps.Count];
                for (var other = 0; other < producers.Length; other++)
                    producers[other] = -1;
            }

            var live = 0;
            while (!model.Steps[step].Parameters[live].IsLive)
                live++;
            producers[step] = ProducersOf(step)[live];
        }

        return producers is null ? null : new(producers);
    }

    private void Resolve(int index, Span<int> producers, Span<int> dependencies)
    {
        var step = _model.Steps[index];
        var resolved = Resolve(index, step.Parameters, producers);
        foreach (var role in MethodRoles.Named)
            resolved += Resolve(index, step.ParametersOf(role), producers.Slice(resolved));
        for (var i = 0; i < step.DependsOn.Count; i++)
            dependencies[i] = StepWithId(step.DependsOn[i]);
    }

    private int Resolve(int step, EquatableArray<ParameterModel> parameters, Span<int> producers)
    {
        for (var i = 0; i < parameters.Count; i++)
            producers[i] = ProducerOf(step, parameters[i]);
        return parameters.Count;
    }

    private int ProducerOf(int step, ParameterModel parameter) => parameter.Kind switch
    {
        ParameterKind.Result or ParameterKind.Element => ProducerOf(parameter.Key),
        ParameterKind.Previous => step,
        ParameterKind.Outcome => ProducerOf(parameter.Key) is >= 0 and var producer ? producer : StepWithId(parameter.Key),
        _ => -1,
    };
}
