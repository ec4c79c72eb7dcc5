namespace PlanDsl.Model;

/// <summary>Resolves the names in a plan: which step a result_key or an id means. The one place where binding is decided,
/// for rules, type facts and code alike. Immutable once made.</summary>
public sealed class PlanBindings
{
    private readonly PlanModel _model;
    private readonly NameTable _names;
    private readonly int[] _stepWithId;      // by the number of a name, plus one
    private readonly int[] _producerOf;
    private readonly StepSet _contested;
    private readonly int[] _parameterStart;
    private readonly int[] _producers;
    private readonly int[] _dependencyStart;
    private readonly int[] _dependencies;
    private readonly GroupMembers? _groups;
    private readonly bool _hasFlow;

    /// <summary>Resolves the names of <paramref name="model"/>; of two steps with one name, the first has it.</summary>
    public PlanBindings(PlanModel model)
    {
        // A large plan is far from the processor: whatever there is to learn of a step is learnt while it is at hand.
        _model = model;
        _names = new(model.Steps.Count);
        _stepWithId = new int[model.Steps.Count];
        _producerOf = new int[model.Steps.Count];
        _contested = new StepSet(model.Steps.Count);
        _parameterStart = new int[model.Steps.Count + 1];
        _dependencyStart = new int[model.Steps.Count + 1];
        Aspects = new StepAspects[model.Steps.Count];
        for (var step = 0; step < model.Steps.Count; step++)
        {
            var declared = model.Steps[step];
            AllAspects |= Aspects[step] = StepAspectsReader.OfOptions(declared);
            _parameterStart[step + 1] = _parameterStart[step] + declared.Parameters.Count;
            if (declared.HasMethods)
            {
                foreach (var role in MethodRoles.Named)
                    _parameterStart[step + 1] += declared.ParametersOf(role).Count;
            }

            _dependencyStart[step + 1] = _dependencyStart[step] + declared.DependsOn.Count;
            var id = _names.Add(declared.Id);
            Claim(id, step, ref _stepWithId);
            if (declared.ResultType is not null)
                Claim(declared.DeclaredResultKey is { } key ? _names.Add(key) : id, step, ref _producerOf);
        }

        _producers = new int[_parameterStart[model.Steps.Count]];
        _dependencies = new int[_dependencyStart[model.Steps.Count]];
        for (var step = 0; step < model.Steps.Count; step++)
            AllAspects |= Aspects[step] |= Resolve(step, _producers.AsSpan(_parameterStart[step]), _dependencies.AsSpan(_dependencyStart[step]));

        _groups = (AllAspects & StepAspects.Group) == StepAspects.None ? null : GroupMembers.Of(model);
        _hasFlow = (AllAspects & StepAspects.Flow) != StepAspects.None;
        Live = (AllAspects & StepAspects.Live) == StepAspects.None ? null : LiveChainsOf(model);
        for (var step = 0; step < model.Steps.Count; step++)
            AllAspects |= Aspects[step] |= StepAspectsReader.OfReferences(this, step);
    }

    /// <summary>What there is about each step.</summary>
    internal StepAspects[] Aspects { get; }

    /// <summary>What there is about some step.</summary>
    internal StepAspects AllAspects { get; }

    /// <summary>Which steps start together; <see langword="null"/> where no step reads the stream of another live.</summary>
    public LiveChains? Live { get; }

    /// <summary>The ways through a plan with transitions; <see langword="null"/> for one whose steps wait for what they depend on.</summary>
    internal FlowWays? Ways => _hasFlow ? field ??= FlowWays.Of(_model) : null;

    /// <summary>All ids of steps, in the order in which they are first declared.</summary>
    public IEnumerable<string> StepIds
    {
        get
        {
            for (var step = 0; step < _model.Steps.Count; step++)
            {
                if (StepWithId(_model.Steps[step].Id) == step)
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

    /// <summary>The steps of which another claims the id or the result_key.</summary>
    internal StepSet Contested => _contested;

    /// <summary>The index of the step with this id, or -1.</summary>
    public int StepWithId(string id) => OwnerOf(id, _stepWithId);

    /// <summary>The index of the step that produces this result_key, or -1.</summary>
    public int ProducerOf(string resultKey) => OwnerOf(resultKey, _producerOf);

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

    /// <summary>The same for its parameters in the order of <see cref="BindingsOf"/>.</summary>
    internal ReadOnlySpan<int> AllProducersOf(int step) =>
        _producers.AsSpan(_parameterStart[step], _parameterStart[step + 1] - _parameterStart[step]);

    /// <summary>For each id in the step's <see cref="StepModel.DependsOn"/> the index of the step that it means, or -1.</summary>
    public ReadOnlySpan<int> DependenciesOf(int step) =>
        _dependencies.AsSpan(_dependencyStart[step], _dependencyStart[step + 1] - _dependencyStart[step]);

    /// <summary>The steps that come before this one for other reasons, see <see cref="StepModel.Implied"/>.</summary>
    internal ReadOnlySpan<ImpliedEdge> ImpliedOf(int step) =>
        (Aspects[step] & StepAspects.Implied) == StepAspects.None ? default : _model.Steps[step].Implied.AsSpan();

    /// <summary>The index of the parallel group that <paramref name="step"/> is a member of, or -1 where it is a member of none
    /// or of none that exists.</summary>
    public int GroupOf(int step) => _groups is null ? -1 : _groups.GroupOf[step];

    /// <summary>The members of the parallel group <paramref name="step"/>, in declaration order; none for another step.</summary>
    public ReadOnlySpan<int> MembersOf(int step) => _groups is null ? default : _groups.MembersOf(step);

    /// <summary>The result_keys of the members of the parallel group <paramref name="step"/>.</summary>
    internal GroupKeys KeysOf(int step) => _groups!.KeysOf(step);

    /// <summary>Whether the results of a group's members can become an object, by their keys; else they become a list.</summary>
    internal bool AreMembersKeyed(int group) => _groups is not null && _groups.KeysOf(group).AreThere;

    /// <summary>The member of a group that has a result_key; -1 where none has.</summary>
    internal int MemberWithKey(int group, string key) => ProducerOf(key) is >= 0 and var step && GroupOf(step) == group ? step : -1;

    /// <summary>The step that stands in the graph for <paramref name="step"/>: the group of a member, whose edges are those of
    /// its group, and every other step itself.</summary>
    public int NodeOf(int step) => GroupOf(step) is >= 0 and var group ? group : step;

    /// <summary>Whether another step claims the id or the result_key of <paramref name="step"/>, so that nobody can tell which
    /// of the two a reference means.</summary>
    public bool IsContested(int step) => _contested.Contains(step);

    private void Claim(int name, int step, ref int[] owners)
    {
        // There may be twice as many names as steps.
        if (name >= owners.Length)
            Array.Resize(ref owners, 2 * _model.Steps.Count);
        if (owners[name] > 0)
        {
            _contested.Add(owners[name] - 1);
            _contested.Add(step);
        }
        else
        {
            owners[name] = step + 1;
        }
    }

    private int OwnerOf(string name, int[] owners) => _names.Find(name) is >= 0 and var number && number < owners.Length ? owners[number] - 1 : -1;

    private static int[] Unknown(int count)
    {
        var steps = new int[count];
        for (var i = 0; i < count; i++)
            steps[i] = -1;
        return steps;
    }

    private LiveChains LiveChainsOf(PlanModel model)
    {
        var producers = Unknown(model.Steps.Count);
        for (var step = 0; step < model.Steps.Count; step++)
        {
            if (!model.Steps[step].ReadsLive)
                continue;
            var live = 0;
            while (!model.Steps[step].Parameters[live].IsLive)
                live++;
            producers[step] = ProducersOf(step)[live];
        }

        return new(producers);
    }

    private StepAspects Resolve(int index, Span<int> producers, Span<int> dependencies)
    {
        var step = _model.Steps[index];
        var aspects = Resolve(index, step.Parameters, producers);
        if (step.HasMethods)
        {
            var resolved = step.Parameters.Count;
            foreach (var role in MethodRoles.Named)
            {
                aspects |= Resolve(index, step.ParametersOf(role), producers.Slice(resolved));
                resolved += step.ParametersOf(role).Count;
            }
        }

        for (var i = 0; i < step.DependsOn.Count; i++)
            dependencies[i] = StepWithId(step.DependsOn[i]);
        return aspects;
    }

    private StepAspects Resolve(int step, EquatableArray<ParameterModel> parameters, Span<int> producers)
    {
        var aspects = StepAspects.None;
        var all = parameters.AsSpan();
        for (var i = 0; i < all.Length; i++)
        {
            producers[i] = ProducerOf(step, all[i]);
            aspects |= StepAspectsReader.OfParameter(all[i], producers[i] >= 0);
        }

        return aspects;
    }

    private int ProducerOf(int step, ParameterModel parameter) => parameter.Kind switch
    {
        ParameterKind.Element when parameter.IsInputPath => -1,
        ParameterKind.Result or ParameterKind.Element => ProducerOf(parameter.Key),
        ParameterKind.Previous => step,
        ParameterKind.Outcome when parameter.IsStepId => StepWithId(parameter.Key),
        ParameterKind.Outcome => ProducerOf(parameter.Key) is >= 0 and var producer ? producer : StepWithId(parameter.Key),
        _ => -1,
    };
}
