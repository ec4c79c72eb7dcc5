using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>Spells references from generated documentation to the methods of steps.</summary>
internal static class StepCrefs
{
    /// <summary>The method with its parameter list. What a cref cannot spell (tuples, <see langword="dynamic"/>) is named by the
    /// id that the compiler itself gives it.</summary>
    public static string Of(IMethodSymbol method, PlanSymbols symbols) =>
        method.MethodKind is MethodKind.Ordinary && method.Parameters.All(static parameter => parameter.RefKind is RefKind.None && CanSpell(parameter.Type))
            ? $"{TypeNames.Escape(method.Name)}({string.Join(", ", TypesOf(method, symbols))})"
            : method.GetDocumentationCommentId() ?? "";

    private static string[] TypesOf(IMethodSymbol method, PlanSymbols symbols)
    {
        var parameters = method.Parameters;
        var types = new string[parameters.Length];
        for (var i = 0; i < types.Length; i++)
            types[i] = symbols.Cref(parameters[i].Type);
        return types;
    }

    private static bool CanSpell(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => CanSpell(array.ElementType),
        INamedTypeSymbol named => !named.IsTupleType && named.TypeArguments.All(CanSpell) && (named.ContainingType is not { } outer || CanSpell(outer)),
        ITypeParameterSymbol => true,
        _ => false,
    };
}
