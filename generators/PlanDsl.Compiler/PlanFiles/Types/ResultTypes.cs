using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The types in C# of what the steps of a plan file return.</summary>
internal sealed class ResultTypes
{
    private readonly FilePlanReading _plan;
    private readonly CodeType?[] _returned;
    private readonly CodeType?[] _results;
    private readonly GroupMerge[] _merges;

    public ResultTypes(FilePlanReading plan)
    {
        _plan = plan;
        var steps = plan.Model.Steps;
        _returned = new CodeType?[steps.Count];
        _results = new CodeType?[steps.Count];
        _merges = new GroupMerge[steps.Count];
        for (var step = 0; step < steps.Count; step++)
        {
            if (steps[step].Parallel is not null)
                continue;
            _returned[step] = ReturnedBy(step);
            _results[step] = steps[step].Element is null || _returned[step] is not { } element ? _returned[step]
                : ArrayOf(steps[step].EffectiveOnFailure is FailurePolicy.Continue ? element.OrNull(isJudged: false) : element);
        }

        for (var step = 0; step < steps.Count; step++)
        {
            if (steps[step].Parallel is null)
                continue;
            _merges[step] = MergedIn(step);
            _results[step] = _returned[step] = OfGroup(step);
        }
    }

    /// <summary>What the step is to others; <see langword="null"/> where it returns nothing.</summary>
    public CodeType? ResultOf(int step) => _results[step];

    /// <summary>What one call of the step's body returns; <see langword="null"/> where it returns nothing.</summary>
    public CodeType? ReturnedBodyOf(int step) => _returned[step];

    /// <summary>What becomes of the results of a group's members.</summary>
    public GroupMerge MergeOf(int group) => _merges[group];

    private GroupMerge MergedIn(int group)
    {
        var members = _plan.Bindings.MembersOf(group).ToArray();
        var areAlike = AreAlike(members);
        if (_plan.Model.Steps[group].Parallel!.EffectiveStrategy is ParallelStrategy.Any)
            return areAlike ? GroupMerge.Typed : GroupMerge.First;
        return _plan.Bindings.AreMembersKeyed(group) ? GroupMerge.Object
            : areAlike ? GroupMerge.Typed
            : GroupMerge.Array;
    }

    /// <summary>The type of what a step does itself, without what takes its place.</summary>
    public CodeType? TypeOf(int step, MethodRole role)
    {
        var declared = _plan.Model.Steps[step];
        var method = declared.MethodFor(role);
        var (body, subPlan) = role is MethodRole.Body ? (declared.Body, declared.SubPlan) : (method!.Body, method.SubPlan);
        return body switch
        {
            CommandBody => CodeTypes.CommandResult,
            CallBody => _plan.Calls.ResultOf(step, role),
            null when subPlan is not null => _plan.Catalog.Find(subPlan.Id) is { } plan ? PlanResultTypes.Of(plan, _plan.Catalog) : CodeTypes.Json,
            _ => CodeTypes.Json,
        };
    }

    // What takes the place of a body may return something else; then both are what they are as JSON.
    private CodeType? ReturnedBy(int step)
    {
        var own = TypeOf(step, MethodRole.Body);
        if (_plan.Model.Steps[step].Fallback is null)
            return own;
        var other = TypeOf(step, MethodRole.Fallback);
        if (own is null && other is null)
            return null;
        if (own?.Expression.Name != other?.Expression.Name)
            return CodeTypes.Json;
        return other!.Expression.MayBeNull ? own!.OrNull(isJudged: false) : own;
    }

    private CodeType OfGroup(int group) => MergeOf(group) is GroupMerge.Typed ? TypedOf(group, _plan.Bindings.MembersOf(group).ToArray()) : CodeTypes.Json;

    private CodeType TypedOf(int group, int[] members)
    {
        var steps = _plan.Model.Steps;
        var element = members.Select(member => _results[member]!).FirstOrDefault(static type => type.Expression.MayBeNull) ?? _results[members[0]]!;
        return steps[group].Parallel!.EffectiveStrategy switch
        {
            ParallelStrategy.Any => element,
            ParallelStrategy.All or ParallelStrategy.FailFast when Array.TrueForAll(members, member => steps[member].When is null) => ArrayOf(element).OfLength(members.Length),
            _ => ArrayOf(element.OrNull(isJudged: false)).OfLength(members.Length),
        };
    }

    private bool AreAlike(int[] members) =>
        members.Length > 0 && _results[members[0]] is { } first && Array.TrueForAll(members, member => _results[member]?.Expression.Name == first.Expression.Name);

    private CodeType ArrayOf(CodeType element)
    {
        if (element.Symbol is not { } symbol || _plan.Class is not { } known)
            return CodeTypes.ArrayOf(element);
        return known.Types.Of(ArrayTypes.Of(element.Expression.MayBeNull ? ArrayTypes.Absentable(symbol, known.Symbols) : symbol, known.Symbols));
    }
}
