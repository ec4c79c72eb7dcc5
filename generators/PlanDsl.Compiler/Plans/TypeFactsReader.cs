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
            foreach (var binding in bindings.BindingsOf(step))
            {
                if (binding.Producer < 0 || steps[binding.Producer].Result is not { } from || TypeOf(steps[step], binding) is not { } to)
                    continue;
                var pair = new TypePair(model.Steps[binding.Producer].ResultType!.Name, binding.Parameter.Type.Name);
                if (pair.From != pair.To && judged.Add(pair) && !Fits(from, to, symbols.Compilation))
                    mismatches.Add(pair);
            }
        }

        return mismatches.Count == 0 ? TypeFacts.None : new(mismatches.ToEquatableArray());
    }

    /// <summary>Whether a value of <paramref name="from"/> can be used as one of <paramref name="to"/>. A value type that may be
    /// absent, given to one that must not be, is PLAN0204: the types themselves fit.</summary>
    public static bool Fits(ITypeSymbol from, ITypeSymbol to, Compilation compilation)
    {
        if (UnresolvedTypes.IsYetToBeGenerated(from) || UnresolvedTypes.IsYetToBeGenerated(to))
            return true;
        if (to.IsValueType && !IsNullable(to) && IsNullable(from))
            from = ((INamedTypeSymbol)from).TypeArguments[0];
        return compilation.ClassifyCommonConversion(from, to) is { Exists: true, IsImplicit: true };
    }

    private static ITypeSymbol? TypeOf(ReadStep step, Binding binding)
    {
        if (binding.Role is MethodRole.Body)
            return step.IsSupported ? step.Method!.Parameters[binding.Index].Type : null;
        var method = step.Methods.First(method => method.Role == binding.Role);
        return method.IsSupported ? method.Symbol!.Parameters[binding.Index].Type : null;
    }

    private static bool IsNullable(ITypeSymbol type) => type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T;
}
