using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>How accessible a member of <c>Results</c> may be: as its type allows, and at most as the plan.</summary>
internal static class MemberAccess
{
    /// <summary>The accessibility in words; the empty string where nobody outside the plan can name the type.</summary>
    public static string Of(FilePlanReading plan, CodeType result)
    {
        var isOfHiddenPlan = plan.HiddenPlans.Any(run => result.Expression.Name.Contains(run.Type + "."));
        if (plan.Class is not { } known)
            return isOfHiddenPlan ? "internal" : "public";
        var open = known.Symbols.Compilation.GetSpecialType(SpecialType.System_Object);
        var keywords = Accessibilities.KeywordsOfNestedMember(known.Type, SymbolOf(result) ?? open);
        return isOfHiddenPlan && keywords == "public" ? "internal" : keywords;
    }

    private static ITypeSymbol? SymbolOf(CodeType type) => type.Symbol ?? (type.Element is { } element ? SymbolOf(element) : null);
}
