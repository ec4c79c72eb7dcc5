using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Tells whoever asks in vain for a step that the plan has a method of that name, which is not marked. The rules know
/// of steps only.</summary>
internal static class MissingSteps
{
    /// <summary>What to say instead of each of <paramref name="findings"/>, given the plan that they are about. Fixes stay on offer:
    /// the nearest step may have been meant all the same.</summary>
    public static IEnumerable<Finding> Named(IEnumerable<Finding> findings, INamedTypeSymbol plan, IReadOnlyList<ReadStep> steps, PlanModel model, PlanSymbols symbols)
    {
        foreach (var finding in findings)
        {
            yield return WantedBy(finding, model) is var (name, needsResult) && MethodFor(name, needsResult, plan, steps, symbols) is { } method
                ? finding with { Args = [.. finding.Args.Take(finding.Args.Count - 1), $"method '{method}' lacks [Step]: mark it"] }
                : finding;
        }
    }

    private static (string Name, bool NeedsResult)? WantedBy(Finding finding, PlanModel model)
    {
        var (step, anchor) = (finding.Anchor.Index, finding.Anchor);
        if (finding.Id == RuleIds.UnknownDependency && anchor.Property == PropertyNames.DependsOn)
            return (model.Steps[step].DependsOn[anchor.Item], false);
        if (finding.Id != RuleIds.UnboundParameter)
            return null;
        var parameter = model.Steps[step].ParametersOf(anchor.Role)[anchor.Parameter];
        return model.Inputs.Any(input => input.Name == parameter.Key) || model.Steps.Any(other => other.Id == parameter.Key)
            ? null
            : (parameter.Key, parameter.Kind is not ParameterKind.Outcome);
    }

    private static string? MethodFor(string name, bool needsResult, INamedTypeSymbol plan, IReadOnlyList<ReadStep> steps, PlanSymbols symbols) => plan.GetMembers()
        .OfType<IMethodSymbol>()
        .FirstOrDefault(method => !method.IsImplicitlyDeclared
            && (method.Name == name || StepMethods.IdOf(method.Name) == name)
            && !StepMethods.IsStep(method, symbols)
            && StepSignature.FaultOfMethod(method) is null
            && !(needsResult && StepReturn.Of(method, symbols).Value is null)
            && !steps.Any(step => step.Methods.Any(option => option.Model.Name == method.Name)))
        ?.Name;
}
