using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>A parameter of a step that runs a plan, which is passed on to one of that plan's inputs.</summary>
/// <param name="Ordinal">Its index in the method.</param>
/// <param name="Name">Its name, without the <c>@</c> that C# puts before keywords.</param>
/// <param name="Display">Its type as messages spell it.</param>
/// <param name="Fits">The types to which C# converts it by itself, as they are declared; of those alone that the inputs may have.</param>
public sealed record SubPlanParameter(int Ordinal, string Name, string Display, EquatableArray<string> Fits)
{
    /// <summary>The parameters of a method; its token is none that is passed on to an input.</summary>
    /// <param name="method">The method.</param>
    /// <param name="taken">The types that the inputs may have.</param>
    /// <param name="symbols">The known types of the compilation.</param>
    internal static EquatableArray<SubPlanParameter> Of(IMethodSymbol method, IReadOnlyList<InputSymbol> taken, PlanSymbols symbols) => method.Parameters
        .Where(parameter => !SymbolEqualityComparer.Default.Equals(parameter.Type, symbols.CancellationToken))
        .Select(parameter => new SubPlanParameter(
            parameter.Ordinal,
            parameter.Name,
            TypeNames.Ref(parameter.Type).AnnotatedDisplay,
            taken.Where(input => Converts(parameter.Type, input.Type, symbols)).Select(static input => input.Declared).ToEquatableArray()))
        .ToEquatableArray();

    private static bool Converts(ITypeSymbol parameter, ITypeSymbol input, PlanSymbols symbols) =>
        UnresolvedTypes.IsYetToBeGenerated(input) || UnresolvedTypes.IsYetToBeGenerated(parameter)
        || (symbols.Compilation.ClassifyCommonConversion(parameter, input) is { Exists: true, IsImplicit: true } && !NestedNullability.Clashes(parameter, input)
            && (TypeNames.Ref(parameter).Nullability is not Nullability.Nullable || TypeNames.Ref(input).Nullability is not Nullability.NotNull));
}
