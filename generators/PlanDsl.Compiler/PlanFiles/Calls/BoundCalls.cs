using System.Globalization;
using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Finds the methods that the steps of a plan file call: PLAN0506, and PLAN0006 where one cannot be called.</summary>
internal sealed class BoundCalls
{
    private static readonly MethodRole[] Roles = [MethodRole.Body, MethodRole.Fallback, MethodRole.Compensate];

    private readonly FilePlanReading _plan;
    private readonly Dictionary<(int Step, MethodRole Role), BoundCall> _calls = [];
    private readonly Dictionary<string, BoundCall?> _known = new(StringComparer.Ordinal);
    private readonly HashSet<int> _unmade;

    public BoundCalls(FilePlanReading plan)
    {
        _plan = plan;
        _unmade = plan.Class is { } known ? UnresolvedMarker.Read(known.Type) : [];
        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            foreach (var role in Roles)
            {
                if (CallOf(step, role) is { } call && Find(call, step, role) is { } bound)
                    _calls.Add((step, role), bound);
            }
        }
    }

    /// <summary>What a step calls; <see langword="null"/> where that is not known.</summary>
    public BoundCall? Find(int step, MethodRole role) => _calls.TryGetValue((step, role), out var call) ? call : null;

    /// <summary>The type of what comes of the call; <see langword="null"/> for nothing.</summary>
    public CodeType? ResultOf(int step, MethodRole role) => Find(step, role) is { } call ? call.Result : CodeTypes.Json;

    private CallBody? CallOf(int step, MethodRole role) =>
        (role is MethodRole.Body ? _plan.Model.Steps[step].Body : _plan.Model.Steps[step].MethodFor(role)?.Body) as CallBody;

    private BoundCall? Find(CallBody call, int step, MethodRole role)
    {
        if (_plan.Class is not { } known)
        {
            Report(step, role, $"calls '{call.Name}', and a plan file alone has no methods",
                $"declare a class that has it: [Plan(\"{_plan.Place.Name}\")] public partial class {FilePlanNames.ClassOf(_plan.Model.Id)}");
            return null;
        }

        var methods = known.MethodsCalled(call.Name);
        if (methods.Length == 1)
        {
            if (!_known.TryGetValue(call.Name, out var bound))
                _known.Add(call.Name, bound = Bind(methods[0], known));
            if (UnresolvedTypes.AreIn(methods[0], known.Symbols) || IsUnmade(methods[0], step, known))
                _plan.Unresolved.Add(step);
            return bound;
        }

        if (methods.Length > 1)
        {
            Report(step, role, $"calls '{call.Name}', and '{known.Type.Name}' has {methods.Length.ToString(CultureInfo.InvariantCulture)} methods of this name", "give the one that is meant a name of its own");
            return null;
        }

        var nearest = new Nearest(known.Methods.Select(static method => method.Name).Distinct(StringComparer.Ordinal)).To(call.Name);
        var (fault, remedy) = IsInherited(call.Name, known.Type)
            ? ($"calls '{call.Name}', which '{known.Type.Name}' inherits", "declare a method in the class itself that calls it")
            : ($"calls '{call.Name}', which is no method of '{known.Type.Name}'", nearest is null ? "add it to the class, or name one that is there" : $"did you mean '{nearest}'?");
        Report(step, role, fault, remedy, nearest);
        return null;
    }

    // The type that a method names may come from another generator. Then nothing can be generated, though nothing seems to be wrong.
    private bool IsUnmade(IMethodSymbol method, int step, FileClassSymbols known)
    {
        if (!_unmade.Contains(step))
            return false;
        var finding = new Finding(
            RuleIds.UnsupportedSignature, Anchor.Step(known.Methods.IndexOf(method)),
            [method.Name, "a type that it names is made by another generator, and generators do not see each other's output; declare it in source or in a referenced project"]);
        if (!_plan.ClassFindings.Contains(finding))
            _plan.ClassFindings.Add(finding);
        return true;
    }

    private BoundCall? Bind(IMethodSymbol method, FileClassSymbols known)
    {
        if (UnresolvedTypes.AreIn(method, known.Symbols))
            return null;
        var returned = StepReturn.Of(method, known.Symbols);
        var index = known.Methods.IndexOf(method);
        if (StepSignature.FaultOf(method, index, returned, known.Symbols) is var (anchor, text))
        {
            _plan.ClassFindings.Add(new(RuleIds.UnsupportedSignature, anchor, [method.Name, text]));
            return null;
        }

        foreach (var parameter in method.Parameters)
        {
            if (MarkOn(parameter, known.Symbols) is { } mark)
                _plan.ClassFindings.Add(new(RuleIds.IneffectiveOption, Anchor.StepParameter(index, parameter.Ordinal), [mark, $"parameter '{parameter.Name}'", "the plan file says in 'with' what it is given; remove it"]));
        }

        return new(method, returned, returned.Value is { } value ? known.Types.Of(value) : null);
    }

    private static string? MarkOn(IParameterSymbol parameter, PlanSymbols symbols) =>
        parameter.GetAttributes().IsEmpty ? null
        : Attributes.Has(parameter, symbols.Input) ? "[Input]"
        : Attributes.Has(parameter, symbols.From) ? "[From]"
        : Attributes.Has(parameter, symbols.Each) ? "[Each]"
        : Attributes.Has(parameter, symbols.Previous) ? "[Previous]"
        : null;

    private static bool IsInherited(string name, INamedTypeSymbol type)
    {
        for (var ancestor = type.BaseType; ancestor is { SpecialType: not SpecialType.System_Object }; ancestor = ancestor.BaseType)
        {
            if (ancestor.GetMembers(name).OfType<IMethodSymbol>().Any())
                return true;
        }

        return false;
    }

    private void Report(int step, MethodRole role, string fault, string remedy, string? suggestion = null) =>
        _plan.Report(RuleIds.StepBodyNotFound, step, role, TextPlace.Of("call"), [_plan.Model.Steps[step].Id, fault, remedy], suggestion);
}
