using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Finds marks in a plan that nobody reads: <c>[Input]</c> and its like on a parameter of what is neither a step nor
/// called by one (PLAN0309), and <c>[Step]</c> on a local function (PLAN0006).</summary>
public static class StrayMarks
{
    /// <summary>What is marked in vain among the members of a plan, and where.</summary>
    /// <param name="plan">A type marked <c>[Plan]</c>.</param>
    /// <param name="symbols">The known types of its compilation.</param>
    public static IEnumerable<(Finding Finding, Location Location)> Find(INamedTypeSymbol plan, PlanSymbols symbols)
    {
        HashSet<string>? named = null;
        foreach (var method in plan.GetMembers().OfType<IMethodSymbol>())
        {
            if (method.IsImplicitlyDeclared || method.Parameters.IsEmpty || StepMethods.IsStep(method, symbols) || PartialMethods.IsGenerated(method, symbols))
                continue;
            foreach (var stray in FindOn(method, symbols))
            {
                if (!(named ??= NamedByOptions(plan, symbols)).Contains(method.Name))
                    yield return stray;
            }
        }
    }

    /// <summary>What is marked in vain on a local function and its parameters, and where.</summary>
    /// <param name="function">The function.</param>
    /// <param name="symbols">The known types of its compilation.</param>
    public static IEnumerable<(Finding Finding, Location Location)> FindIn(IMethodSymbol function, PlanSymbols symbols) =>
        StepMethods.IsStep(function, symbols)
            ? [(new(RuleIds.UnsupportedSignature, Anchor.Plan, [function.Name, "it is a local function, which no plan can call; make it a method of the plan"]), function.Locations[0])]
            : FindOn(function, symbols);

    private static IEnumerable<(Finding Finding, Location Location)> FindOn(IMethodSymbol method, PlanSymbols symbols)
    {
        var remedy = method.MethodKind is MethodKind.Ordinary ? $"'{method.Name}' is no step and no option of one names it; mark it [Step], or remove this"
            : method.MethodKind is MethodKind.Constructor ? "only steps bind their parameters; remove it, a container fills constructors by itself"
            : "only steps bind their parameters; remove it";
        foreach (var parameter in method.Parameters)
        {
            if (MarkOn(parameter, symbols) is { } mark)
                yield return (new(RuleIds.IneffectiveOption, Anchor.Plan, [mark, $"parameter '{parameter.Name}'", remedy]), parameter.Locations[0]);
        }
    }

    private static string? MarkOn(IParameterSymbol parameter, PlanSymbols symbols) =>
        parameter.GetAttributes().IsEmpty ? null
        : Attributes.Has(parameter, symbols.Input) ? "[Input]"
        : Attributes.Has(parameter, symbols.From) ? "[From]"
        : Attributes.Has(parameter, symbols.Each) ? "[Each]"
        : Attributes.Has(parameter, symbols.Previous) ? "[Previous]"
        : Attributes.Has(parameter, symbols.FromServices) ? "[FromServices]"
        : null;

    // By name, since an option that could mean several methods has been told of.
    private static HashSet<string> NamedByOptions(INamedTypeSymbol plan, PlanSymbols symbols) => new(
        StepMethods.Of(plan, symbols).Select(step => Attributes.Find(step, symbols.Step))
            .Concat(StepMethods.GroupsOf(plan, symbols))
            .SelectMany(attribute => NamedMethod.In(plan, attribute))
            .Select(static option => option.Name),
        StringComparer.Ordinal);
}
