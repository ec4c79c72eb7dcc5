using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Tells whoever asks in vain for a step that the plan has a method of that name, which is not marked. The rules know
/// of steps only.</summary>
internal sealed class MissingSteps(INamedTypeSymbol plan, IReadOnlyList<ReadStep> steps, PlanModel model, PlanSymbols symbols)
{
    private ILookup<string, IMethodSymbol>? _unmarked;
    private HashSet<string>? _taken;

    // Under their names and under the ids that they would have. One that an option names is no step for a reason, and what is
    // generated, or has a name that no step may have, cannot be one.
    private ILookup<string, IMethodSymbol> Unmarked
    {
        get
        {
            if (_unmarked is not null)
                return _unmarked;
            var named = new HashSet<string>(steps.SelectMany(static step => step.Methods).Select(static option => option.Model.Name), StringComparer.Ordinal);
            return _unmarked = plan.GetMembers().OfType<IMethodSymbol>()
                .Where(method => !method.IsImplicitlyDeclared && !PartialMethods.IsGenerated(method, symbols) && !ReservedNames.IsReservedMethod(method.Name)
                    && !StepMethods.IsStep(method, symbols) && !named.Contains(method.Name) && StepSignature.FaultOfMethod(method) is null)
                .SelectMany(static method => new[] { method.Name, StepMethods.IdOf(method.Name) }.Distinct(StringComparer.Ordinal), static (method, name) => (method, name))
                .ToLookup(static entry => entry.name, static entry => entry.method, StringComparer.Ordinal);
        }
    }

    // What there is may be asked for in another way, and the rules say how.
    private HashSet<string> Taken => _taken ??=
        new(model.Inputs.Select(static input => input.Name).Concat(model.Steps.Select(static step => step.Id)), StringComparer.Ordinal);

    /// <summary>What to say instead of <paramref name="finding"/>. Its fix stays on offer: the nearest step may have been meant all
    /// the same.</summary>
    public Finding Named(Finding finding) =>
        WantedBy(finding) is var (name, needsResult) && Unmarked[name].FirstOrDefault(method => !needsResult || StepReturn.Of(method, symbols).Value is not null) is { } method
            ? finding with { Args = [.. finding.Args.Take(finding.Args.Count - 1), $"method '{method.Name}' lacks [Step]: mark it"] }
            : finding;

    private (string Name, bool NeedsResult)? WantedBy(Finding finding)
    {
        var (step, anchor) = (finding.Anchor.Index, finding.Anchor);
        if (finding.Id == RuleIds.UnknownDependency && anchor.Property == PropertyNames.DependsOn)
            return (model.Steps[step].DependsOn[anchor.Item], false);
        if (finding.Id != RuleIds.UnboundParameter)
            return null;
        var parameter = model.Steps[step].ParametersOf(anchor.Role)[anchor.Parameter];
        return Taken.Contains(parameter.Key) ? null : (parameter.Key, parameter.Kind is not ParameterKind.Outcome);
    }
}
