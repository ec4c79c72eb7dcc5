using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>Which types can be made of their elements, written out between brackets.</summary>
internal static class CollectionTargets
{
    public static bool Takes(CodeType type) => type.Symbol switch
    {
        null => type.Expression.Name.EndsWith("[]", StringComparison.Ordinal),
        IArrayTypeSymbol { Rank: 1 } => true,
        { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_Generic_IReadOnlyList_T
            or SpecialType.System_Collections_Generic_IReadOnlyCollection_T or SpecialType.System_Collections_Generic_IList_T
            or SpecialType.System_Collections_Generic_ICollection_T } => true,
        { Name: "List" } list => list.ContainingNamespace.ToDisplayString() == "System.Collections.Generic",
        { Name: "ImmutableArray" } array => array.ContainingNamespace.ToDisplayString() == "System.Collections.Immutable",
        _ => false,
    };
}
