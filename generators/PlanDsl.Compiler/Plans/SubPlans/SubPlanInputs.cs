using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Finds the inputs of a plan that another one runs.</summary>
internal static class SubPlanInputs
{
    /// <summary>The inputs of <paramref name="plan"/>, in the order in which its generated methods take them; <see langword="null"/> where a
    /// plan file of this project declares them.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="symbols">The known types of the compilation.</param>
    /// <param name="types">The types that the inputs have, or may have.</param>
    public static IReadOnlyList<SubPlanInput>? Of(INamedTypeSymbol plan, PlanSymbols symbols, out IReadOnlyList<InputSymbol> types)
    {
        if (SymbolEqualityComparer.Default.Equals(plan.ContainingAssembly, symbols.Compilation.Assembly) && FileClass.ReferenceOf(plan, symbols) is not null)
        {
            types = InputSymbols.All(symbols.Compilation);
            return null;
        }

        var found = SymbolEqualityComparer.Default.Equals(plan.ContainingAssembly, symbols.Compilation.Assembly) ? FromSteps(plan, symbols) : FromRunAsync(plan);
        types = [.. found.Select(input => new InputSymbol(TypeNames.Declared(TypeNames.Ref(input.Type)), input.Type))];
        return [.. found.Select(static input => new SubPlanInput(input.Parameter, TypeNames.Ref(input.Type), input.LeftOut))];
    }

    // Of this compilation, nothing may be generated yet.
    private static (string Parameter, ITypeSymbol Type, string? LeftOut)[] FromSteps(INamedTypeSymbol plan, PlanSymbols symbols)
    {
        var steps = StepReader.ForInputs(plan, symbols).ReadAll(CancellationToken.None);
        steps.AddRange(new GroupReader(plan, symbols, steps, []).ReadAll());
        return [.. InputReader.Read(steps, symbols, []).Select(static input => (input.Spec.Name.TrimStart('@'), input.Type, input.Spec.DefaultValue ?? input.Spec.LeftOut))];
    }

    // Of others, the steps may be hidden, and the last parameter is the token.
    private static (string Parameter, ITypeSymbol Type, string? LeftOut)[] FromRunAsync(INamedTypeSymbol plan)
    {
        var run = plan.GetMembers("RunAsync").OfType<IMethodSymbol>().FirstOrDefault(static method => !method.Parameters.IsEmpty);
        return run is null
            ? []
            : [.. run.Parameters.Take(run.Parameters.Length - 1).Select(static input => (input.Name, input.Type, DefaultValues.Of(input)))];
    }
}
