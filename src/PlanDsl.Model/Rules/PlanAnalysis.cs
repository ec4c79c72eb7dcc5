using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace PlanDsl.Model;

/// <summary>A plan under judgement: the model, what is known of its types, and what follows from both. Each part is
/// computed once, however many rules ask for it. Not thread-safe.</summary>
/// <param name="model">The plan.</param>
/// <param name="types">What is known of its types.</param>
/// <param name="words">The words in which its author is told of it.</param>
public sealed class PlanAnalysis(PlanModel model, TypeFacts types, Wording words)
{
    // A suggestion costs a look at every name, and nobody reads the hundredth of a large plan's.
    private const int MaxLooks = 2_000_000;

    private HashSet<TypePair>? _mismatches;
    private (int Step, StepSet Dependents)? _after;
    private int _looks;

    /// <summary>The plan.</summary>
    public PlanModel Model { get; } = model;

    /// <summary>What is known of its types.</summary>
    public TypeFacts Types { get; } = types;

    /// <summary>The words in which its author is told of it.</summary>
    public Wording Words { get; } = words;

    /// <summary>Which step each reference means.</summary>
    public PlanBindings Bindings
    {
        get => field ??= new PlanBindings(Model);
        init;
    }

    /// <summary>What groups leave, as far as somebody has asked.</summary>
    internal Dictionary<int, ExpressionType?> TypesOfGroups => field ??= [];

    /// <summary>The steps as a graph.</summary>
    public PlanGraph Graph
    {
        get => field ??= PlanGraph.From(Model, Bindings);
        init;
    }

    /// <summary>The components of the graph, by which cycles are known.</summary>
    public StronglyConnectedComponents Components => field ??= StronglyConnectedComponents.Of(Graph);

    private Dictionary<string, InputModel> Inputs => field ??= ByName(Model.Inputs, static input => input.Name);

    private Dictionary<string, ConstantModel> Constants => field ??= ByName(Model.Constants, static constant => constant.Name);

    private Dictionary<int, Dictionary<string, ConstantModel>> ConstantsOfGroups => field ??= [];

    // By the object that a constant is: to compare what they hold would take as long as to read it.
    private ConditionalWeakTable<ConstantModel, JsonTree> ValuesOfConstants => field ??= new();

    /// <summary>Why constants, or parts of them, cannot be the value of an input of a type, as far as somebody has asked; <see langword="null"/> for those that can.</summary>
    internal Dictionary<(JsonTree Constant, int Part, InputType Type), HandedFault?> FaultsOfConstants => field ??= [];

    private Dictionary<int, KnownMembers?> KeysOfGroups => field ??= [];

    // By the array that holds the names, which is one for each object and each plan: to compare the names would take as long as to go through them.
    private Dictionary<ImmutableArray<string>, KnownMembers> MembersByNames => field ??= [];

    /// <summary>How long names are looked for that are no names of steps or results.</summary>
    internal LookBudget Looks => field ??= new();

    /// <summary>The results of plan files that its steps run, and of those that these run, as far as somebody has asked.</summary>
    internal Dictionary<string, TargetResults> ResultsOfTargets
    {
        get => field ??= new(StringComparer.Ordinal);
        init;
    }

    private HashSet<string> Variables => field ??= new(Model.Environment.Select(static variable => variable.Name), StringComparer.Ordinal);

    /// <summary>The ids of all parallel groups.</summary>
    internal string[] GroupIds => field ??= [.. Model.Steps.Where(static step => step.Parallel is not null).Select(static step => step.Id)];

    private Nearest Groups => field ??= new Nearest(GroupIds);

    private string[] Members => field ??= new string[Model.Steps.Count];

    private Nearest StepIds => field ??= new Nearest(Bindings.StepIds);

    private Nearest ResultKeys => field ??= new Nearest(Bindings.ResultKeys);

    /// <summary>The member of <c>Results</c> that holds the result of <paramref name="step"/>, if it has one.</summary>
    public string MemberOf(int step) => Members[step] ??= PascalCase.From(Model.Steps[step].ResultKey);

    /// <summary>The input of this name; <see langword="null"/> if there is none.</summary>
    internal InputModel? InputNamed(string name) => Inputs.TryGetValue(name, out var input) ? input : null;

    /// <summary>The constant of this name that a step sees, the group's before the plan's; <see langword="null"/> if there is none.</summary>
    internal ConstantModel? ConstantNamed(string name, int step)
    {
        if (step >= 0 && Bindings.GroupOf(step) is >= 0 and var group)
        {
            if (!ConstantsOfGroups.TryGetValue(group, out var constants))
                ConstantsOfGroups.Add(group, constants = ByName(Model.Steps[group].Parallel!.Constants, static constant => constant.Name));
            if (constants.TryGetValue(name, out var own))
                return own;
        }

        return Constants.TryGetValue(name, out var constant) ? constant : null;
    }

    /// <summary>What an expression stands for that is a path to a constant, or to a part of one; <see langword="null"/> for another.</summary>
    internal JsonNode? ConstantAt(Expression expression, int step)
    {
        if (expression is not PathExpression { Root: ReferenceRoots.Bindings, Segments.IsEmpty: false } path || path.Segments[0].Name is not { } name || ConstantNamed(name, step) is not { } constant)
            return null;
        var value = KnownJson.PartAt(ValueOf(constant), path, from: 1, out var used);
        return used == path.Segments.Count ? value : null;
    }

    /// <summary>What a constant is.</summary>
    internal JsonNode ValueOf(ConstantModel constant) => ValuesOfConstants.GetValue(constant, static constant => JsonTree.Parse(constant.Json)).Root;

    /// <summary>The result_keys of the members of a parallel group, under which their results make an object; <see langword="null"/> where they make a list.</summary>
    internal KnownMembers? KeysOf(int group)
    {
        if (!KeysOfGroups.TryGetValue(group, out var keys))
            KeysOfGroups.Add(group, keys = Bindings.KeysOf(group) is { AreThere: true } all ? new(all.Names, Looks) : null);
        return keys;
    }

    /// <summary>The members of something by their names, however many paths lead into it.</summary>
    internal KnownMembers MembersOf(EquatableArray<string> names)
    {
        if (names.Count <= KnownMembers.Few)
            return new(names);
        if (!MembersByNames.TryGetValue(names.AsImmutableArray(), out var members))
            MembersByNames.Add(names.AsImmutableArray(), members = new(names, Looks));
        return members;
    }

    /// <summary>The results of a plan file that a step runs.</summary>
    internal TargetResults ResultsOf(SubPlanTarget target)
    {
        if (!ResultsOfTargets.TryGetValue(target.PlanId, out var results))
            ResultsOfTargets.Add(target.PlanId, results = new(target, ResultsOfTargets));
        return results;
    }

    /// <summary>The results that a type stands for; <see langword="null"/> for other types.</summary>
    internal TargetResults? ResultsOf(ExpressionType type) =>
        KnownResults.PlanOf(type) is { } planId && ResultsOfTargets.TryGetValue(planId, out var results) ? results : null;

    /// <summary>Whether the plan sets an environment variable of this name for all its commands.</summary>
    internal bool HasVariable(string name) => Variables.Contains(name);

    /// <summary>The steps that have one of <paramref name="any"/>, ascending.</summary>
    internal StepsWith StepsWith(StepAspects any) => HasAny(any) ? new(Bindings.Aspects, any) : default;

    /// <summary>Whether some step has one of <paramref name="any"/>.</summary>
    internal bool HasAny(StepAspects any) => (Bindings.AllAspects & any) != StepAspects.None;

    /// <summary>Whether <paramref name="step"/> has one of <paramref name="any"/>.</summary>
    internal bool Has(int step, StepAspects any) => (Bindings.Aspects[step] & any) != StepAspects.None;

    /// <summary>The parameter that makes <paramref name="step"/> a fan-out; <see langword="null"/> for a step that is none. Of a step with many parameters it is looked for once, however
    /// many references ask.</summary>
    internal ParameterModel? ElementOf(int step)
    {
        if (!Has(step, StepAspects.Element))
            return null;
        if (!Elements.TryGetValue(step, out var element))
            Elements.Add(step, element = Model.Steps[step].Element);
        return element;
    }

    private Dictionary<int, ParameterModel?> Elements => field ??= [];

    /// <summary>The id of a step that <paramref name="step"/> can come after and that was probably meant by <paramref name="id"/>, or <see langword="null"/>.</summary>
    public string? NearestStepId(string id, int step) =>
        MayLook() ? StepIds.To(id, candidate => CanComeAfter(step, Bindings.StepWithId(candidate))) : null;

    /// <summary>The result_key that <paramref name="step"/> can bind and that was probably meant by <paramref name="key"/>, or <see langword="null"/>.</summary>
    public string? NearestResultKey(string key, int step) =>
        MayLook() ? ResultKeys.To(key, candidate => CanComeAfter(step, Bindings.ProducerOf(candidate))) : null;

    /// <summary>The id of the parallel group that was probably meant by <paramref name="id"/>, or <see langword="null"/>.</summary>
    internal string? NearestGroup(string id) => Looks.Take(GroupIds.Length) ? Groups.To(id) : null;

    /// <summary>The id of the parallel group that whoever writes <paramref name="id"/> is told of: the nearest, or else the only one.</summary>
    internal string? GroupInsteadOf(string id) => NearestGroup(id) ?? (GroupIds.Length == 1 ? GroupIds[0] : null);

    /// <summary>The result_keys that <paramref name="step"/> can bind, in the order of their declaration; none where too many have been asked for.</summary>
    internal IEnumerable<string> ResultKeysFor(int step) =>
        MayLook() ? Bindings.ResultKeys.Where(key => CanComeAfter(step, Bindings.ProducerOf(key))) : [];

    /// <summary>Whether <paramref name="step"/> may wait for <paramref name="other"/>: not for itself and what is in its group, nor for
    /// a step that comes after it, which would close a circle.</summary>
    internal bool CanComeAfter(int step, int other)
    {
        (step, other) = (Bindings.NodeOf(step), Bindings.NodeOf(other));
        if (other == step)
            return false;
        if ((_after is null || _after.Value.Step != step) && MayLook())
            _after = (step, Reachability.DependentsOf(Graph, [step]));
        return _after is not { } after || after.Step != step || !after.Dependents.Contains(other);
    }

    /// <summary>Whether a value of <paramref name="from"/> can be given to a parameter of type <paramref name="to"/>, nullability apart.</summary>
    public bool Fits(TypeRef from, TypeRef to)
    {
        if (Types.Mismatches.IsEmpty)
            return true;
        _mismatches ??= [.. Types.Mismatches];
        return !_mismatches.Contains(new TypePair(from.Name, to.Name)) || from.Name == to.Name + "?";
    }

    /// <summary>Whether rules may ask if a result suits the parameter that binds it: not where there is none, where a step binds
    /// itself or what is in its group, where there is no iteration before, or where two steps claim the key, since then it is not known whose result will be bound.</summary>
    public bool IsSettled(Binding binding) =>
        binding.Producer >= 0 && Model.Steps[binding.Producer].ResultType is not null
        && (binding.Parameter.Kind is not ParameterKind.Previous || Model.Steps[binding.Step].RepeatUntil is not null)
        && (binding.IsOwnResult ? !Bindings.IsContested(binding.Producer) : IsFromAnother(binding));

    /// <summary>Whether a parameter is about a step that is known, and that its own can come after.</summary>
    internal bool IsFromAnother(Binding binding) =>
        binding.Producer >= 0 && Bindings.NodeOf(binding.Producer) != Bindings.NodeOf(binding.Step) && !Bindings.IsContested(binding.Producer);

    /// <summary>The type of what a parameter is given that binds a result, be it another step's or what the body has just returned.</summary>
    internal TypeRef GivenTo(Binding binding)
    {
        var producer = Model.Steps[binding.Producer];
        if (binding.Parameter.IsLive && producer.Stream is { } live)
            return live.Type;
        if (binding.Parameter.TakesLastElement && producer.Stream is { } stream)
            return stream.Element;
        return (binding.IsOwnResult ? producer.ReturnedType : producer.ResultType)!;
    }

    /// <summary>The result_key of what a parameter is given.</summary>
    internal string KeyOf(Binding binding) =>
        binding.Parameter.Kind is ParameterKind.Previous ? Model.Steps[binding.Step].ResultKey : binding.Parameter.Key;

    /// <summary>Whether a parameter names something that there is not: a result, or for the elements of a collection also an input.</summary>
    internal bool IsUnresolved(Binding binding) => binding.Producer < 0 && (binding.Parameter.NamesStep
        || (binding.Parameter.Kind is ParameterKind.Element && !binding.Parameter.IsInputPath && SourceOf(binding) is null));

    /// <summary>The type of the collection that a fan-out goes through; <see langword="null"/> where there is none.</summary>
    internal TypeRef? SourceOf(Binding binding) => binding.Producer >= 0
        ? Model.Steps[binding.Producer].ResultType
        : Sources.TryGetValue(binding.Parameter.Key, out var type) ? type : null;

    // What a fan-out may go through that no step produces: inputs, and the constants of a plan file.
    private Dictionary<string, TypeRef> Sources
    {
        get
        {
            if (field is not null)
                return field;
            field = new(StringComparer.Ordinal);
            foreach (var constant in Model.Constants)
                field[constant.Name] = TypeRef.Json;
            foreach (var input in Model.Inputs)
                field[input.Name] = input.Type;
            return field;
        }
    }

    /// <summary>What is known of the elements of a type, if anything is.</summary>
    internal ElementType? ElementOf(TypeRef source) => Types.Elements.FirstOrDefault(element => element.Collection == source.Name);

    // Of two of one name the first counts.
    private static Dictionary<string, T> ByName<T>(EquatableArray<T> items, Func<T, string> nameOf)
        where T : IEquatable<T>
    {
        var byName = new Dictionary<string, T>(items.Count, StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (!byName.ContainsKey(nameOf(item)))
                byName.Add(nameOf(item), item);
        }

        return byName;
    }

    private bool MayLook()
    {
        if (_looks < MaxLooks)
            _looks += Model.Steps.Count;
        return _looks < MaxLooks;
    }
}
