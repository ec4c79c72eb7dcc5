using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Finds the inputs of a plan that another one runs.</summary>
internal static class SubPlanInputs
{
    /// <summary>The inputs of <paramref name="plan"/>, in the order in which its generated methods take them; <see langword="null"/> where a
    /// plan file of this project declares them.</summary>
    public static IReadOnlyList<SubPlanInput>? Of(INamedTypeSymbol plan, PlanSymbols symbols) =>
        !SymbolEqualityComparer.Default.Equals(plan.ContainingAssembly, symbols.Compilation.Assembly) ? FromRunAsync(plan)
        : FileClass.ReferenceOf(plan, symbols) is null ? FromSteps(plan, symbols)
        : null;

    // Of this compilation, nothing may be generated yet.
    private static IReadOnlyList<SubPlanInput> FromSteps(INamedTypeSymbol plan, PlanSymbols symbols)
    {
        var steps = StepReader.ForInputs(plan, symbols).ReadAll(CancellationToken.None);
        steps.AddRange(new GroupReader(plan, symbols, steps, []).ReadAll());
        return [.. InputReader.Read(steps, symbols, []).Select(static input => new SubPlanInput(input.Model.Name, input.Type, input.Spec.DefaultValue))];
    }

    // Of others, the steps may be hidden, and the last parameter is the token.
    private static IReadOnlyList<SubPlanInput> FromRunAsync(INamedTypeSymbol plan)
    {
        var run = plan.GetMembers("RunAsync").OfType<IMethodSymbol>().FirstOrDefault(static method => !method.Parameters.IsEmpty);
        return run is null
            ? []
            : [.. run.Parameters.Take(run.Parameters.Length - 1).Select(static input => new SubPlanInput(SnakeCase.From(input.Name), input.Type, DefaultValues.Of(input)))];
    }
}
