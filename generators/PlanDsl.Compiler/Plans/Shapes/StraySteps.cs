using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Finds methods marked <c>[Step]</c> where no plan will ever run them: PLAN0005.</summary>
public static class StraySteps
{
    /// <summary>A finding for each step of <paramref name="type"/>, located at the method; none if the type is a plan.</summary>
    public static EquatableArray<Finding> Find(INamedTypeSymbol type, PlanSymbols symbols)
    {
        if (Attributes.Has(type, symbols.Plan))
            return [];
        return StepMethods.Of(type, symbols)
            .Select((method, index) => new Finding(
                RuleIds.UnsupportedShape, Anchor.Step(index), [method.Name, "step", $"'{type.Name}' is no plan; mark it [Plan] or remove [Step]"]))
            .ToEquatableArray();
    }
}
