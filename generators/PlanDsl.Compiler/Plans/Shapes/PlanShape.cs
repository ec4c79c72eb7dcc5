using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Judges the declaration of a plan's type: PLAN0001, PLAN0005, and names that generated members already have.</summary>
internal static class PlanShape
{
    public static void Check(INamedTypeSymbol type, PlanSymbols symbols, List<Finding> findings)
    {
        if (!TypeSpecReader.IsPartial(type))
            findings.Add(new(RuleIds.NotPartial, Anchor.Plan, [type.Name, "plan"]));
        if (ReservedNames.IsReservedMethod(type.Name))
            findings.Add(new(RuleIds.InvalidName, Anchor.Plan, [type.Name, "the name of a plan", "a member of that name is generated on it; choose another name"]));
        if (FaultOf(type, symbols) is { } fault)
            findings.Add(new(RuleIds.UnsupportedShape, Anchor.Plan, [type.Name, "plan", fault]));
    }

    private static string? FaultOf(INamedTypeSymbol type, PlanSymbols symbols) => type switch
    {
        { TypeKind: TypeKind.Interface } => "it is an interface; mark a class or struct that implements it",
        { IsStatic: true } => "it is static, and a run needs an instance; remove 'static'",
        { IsRefLikeType: true } => "it is a ref struct, which a run cannot hold on to; remove 'ref'",
        _ => TypeSpecReader.FaultOfSurroundings(type) ?? FaultOfBase(type, symbols),
    };

    private static string? FaultOfBase(INamedTypeSymbol type, PlanSymbols symbols)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (Attributes.Has(ancestor, symbols.Plan))
                return $"it derives from '{ancestor.Name}', which is a plan itself; let both derive from a class without [Plan]";
        }

        return null;
    }
}
