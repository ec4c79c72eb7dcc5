using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Reads the methods that the options of steps name: PLAN0307 and PLAN0308.</summary>
internal sealed class MethodReader(INamedTypeSymbol type, PlanSymbols symbols, List<Finding> findings)
{
    /// <summary>Reads the methods that a step names.</summary>
    /// <param name="named">The methods.</param>
    /// <param name="step">The index of the step.</param>
    /// <param name="id">Its id.</param>
    /// <param name="result">What its body returns; <see langword="null"/> where that cannot be judged.</param>
    /// <param name="rejected">Where names do not exist, as C# has said.</param>
    public IReadOnlyList<ReadMethod> Read(IReadOnlyList<NamedMethod> named, int step, string id, StepReturn? result, HashSet<Anchor> rejected) =>
        named.Count == 0 ? [] : ReadAll(named, step, id, result, rejected);

    // By itself: what it captures would be made for each step, and most of them name no method.
    private ReadMethod[] ReadAll(IReadOnlyList<NamedMethod> named, int step, string id, StepReturn? result, HashSet<Anchor> rejected) =>
        [.. named.Select(method => Read(method, step, id, result, rejected))];

    private ReadMethod Read(NamedMethod named, int step, string id, StepReturn? result, HashSet<Anchor> rejected)
    {
        var place = Anchor.Step(step).At(named.Role.Property());
        if (rejected.Contains(place))
            return Nothing(named);
        var fault = NamedMethodFaults.Of(named, type, symbols);
        if (fault is not null || named.Symbol is not { } method)
        {
            var nearest = NearestMethod.To(named.Name, type, symbols);
            Add(named, place, id, fault ?? (nearest is null ? "there is no such method in the plan; name one of its methods" : $"there is no such method in the plan; did you mean '{nearest}'?"), nearest);
            return Nothing(named);
        }

        var returned = StepReturn.Of(method, symbols);
        var isUnresolved = UnresolvedTypes.AreIn(method, symbols);
        var isSupported = !isUnresolved;
        if (!isUnresolved && MethodSignature.FaultOf(method, named.Role, step, returned, result, symbols) is var (anchor, text))
        {
            Add(named, anchor, id, text, suggestion: null);
            isSupported = false;
        }

        var model = new MethodModel
        {
            Name = named.Name,
            Parameters = ParameterReader.ReadAll(method, symbols),
        };
        return new(named.Role, method, model, SpecOf(named.Role, method, returned, isUnresolved), isSupported);
    }

    private void Add(NamedMethod named, Anchor anchor, string id, string fault, string? suggestion) =>
        findings.Add(new(named.Role.Decides() ? RuleIds.InvalidCondition : RuleIds.InvalidFallback, anchor, [MethodSignature.NounOf(named.Role), named.Name, id, fault])
        {
            Suggestion = suggestion,
        });

    // The option has been taken up all the same: what it makes optional stays optional.
    private static ReadMethod Nothing(NamedMethod named) => new(named.Role, null, new() { Name = named.Name }, null, IsSupported: false);

    private MethodSpec SpecOf(MethodRole role, IMethodSymbol method, StepReturn returned, bool isUnresolved) => new()
    {
        Role = role,
        Method = TypeNames.Escape(method.Name),
        IsStatic = method.IsStatic,
        IsOverloaded = Overloads.Has(type, method),
        Returns = returned.Kind,
        IsValueTask = returned.IsAsync && method.ReturnType.IsValueType,
        ResultType = returned.Value is { } value && !isUnresolved ? TypeNames.Ref(value).Name : "",
    };
}
