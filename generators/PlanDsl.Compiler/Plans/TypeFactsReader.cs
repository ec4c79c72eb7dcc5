using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Asks C# which results cannot be given to the parameters that bind them.</summary>
internal static class TypeFactsReader
{
    public static TypeFacts Read(IReadOnlyList<ReadStep> steps, PlanModel model, PlanBindings bindings, PlanSymbols symbols)
    {
        var judged = new HashSet<TypePair>();
        var mismatches = new List<TypePair>();
        for (var step = 0; step < steps.Count; step++)
        {
            if (!steps[step].IsSupported)
                continue;
            for (var index = 0; index < model.Steps[step].Parameters.Count; index++)
            {
                if (bindings.ProducerOf(step, index) is not (>= 0 and var producer) || steps[producer].Result is not { } from)
                    continue;
                var to = steps[step].Method.Parameters[index].Type;
                var pair = new TypePair(model.Steps[producer].ResultType!.Name, model.Steps[step].Parameters[index].Type.Name);
                if (pair.From != pair.To && judged.Add(pair) && !Fits(from, to, symbols.Compilation))
                    mismatches.Add(pair);
            }
        }

        return mismatches.Count == 0 ? TypeFacts.None : new(mismatches.ToEquatableArray());
    }

    // A value type that may be absent, given to one that must not be, is PLAN0204: the types themselves fit.
    private static bool Fits(ITypeSymbol from, ITypeSymbol to, Compilation compilation)
    {
        if (UnresolvedTypes.IsYetToBeGenerated(from) || UnresolvedTypes.IsYetToBeGenerated(to))
            return true;
        if (to.IsValueType && !IsNullable(to) && IsNullable(from))
            from = ((INamedTypeSymbol)from).TypeArguments[0];
        return compilation.ClassifyCommonConversion(from, to) is { Exists: true, IsImplicit: true };
    }

    private static bool IsNullable(ITypeSymbol type) => type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T;
}
