using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Tells what the rules find because of a mistake that the front end, or C#, has named already. One mistake is one error.</summary>
internal sealed class Consequences
{
    private readonly IReadOnlyList<ReadStep> _steps;
    private readonly HashSet<Anchor> _reserved = [];
    private readonly HashSet<Anchor> _unsupported = [];
    private readonly HashSet<string> _lostKeys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _inherited;

    /// <summary>Made of what has been said so far of these steps, and of the plan that they belong to.</summary>
    public Consequences(IEnumerable<Finding> said, INamedTypeSymbol plan, IReadOnlyList<ReadStep> steps, PlanSymbols symbols)
    {
        _steps = steps;
        _inherited = new(InheritedSteps.NamesOf(plan, symbols), StringComparer.Ordinal);
        foreach (var finding in said)
        {
            if (finding.Id == RuleIds.InvalidName)
                _reserved.Add(finding.Anchor);
            else if (finding.Id == RuleIds.UnsupportedSignature)
                AddUnsupported(finding.Anchor);
            else if (finding.Id is RuleIds.InvalidCondition or RuleIds.InvalidFallback or RuleIds.UnboundParameter)
                _unsupported.Add(finding.Anchor);
        }
    }

    /// <summary>Whether <paramref name="finding"/> says nothing new.</summary>
    public bool Contains(Finding finding) => finding.Id switch
    {
        // The name of a method may be reserved on the plan and, as a member, in Results.
        RuleIds.InvalidName => _reserved.Contains(finding.Anchor),
        RuleIds.UnknownDependency => IsRejected(finding.Anchor) || _inherited.Contains(NameAt(finding.Anchor)),
        RuleIds.UnboundParameter => IsRejected(finding.Anchor)
            || _unsupported.Contains(Anchor.StepParameter(finding.Anchor.Index, finding.Anchor.Parameter, finding.Anchor.Role))
            || IsLost(finding.Anchor) || _inherited.Contains(KeyAt(finding.Anchor)),
        RuleIds.TypeMismatch => IsLost(finding.Anchor),
        _ => false,
    };

    private bool IsLost(Anchor parameter) => _lostKeys.Contains(KeyAt(parameter));

    private string KeyAt(Anchor parameter) => _steps[parameter.Index].Model.ParametersOf(parameter.Role)[parameter.Parameter].Key;

    private string NameAt(Anchor reference) =>
        reference.Property == PropertyNames.Group ? _steps[reference.Index].Model.Group! : _steps[reference.Index].Model.DependsOn[reference.Item];

    private bool IsRejected(Anchor anchor) => _steps[anchor.Index].Rejected.Contains(anchor);

    // What a step that cannot be called was meant to give the others, be it as a member of its group.
    private void AddUnsupported(Anchor anchor)
    {
        _unsupported.Add(anchor);
        var step = _steps[anchor.Index];
        _lostKeys.Add(step.Model.ResultKey);
        if (step.Model.Group is { } name && _steps.FirstOrDefault(group => group.Model.Parallel is not null && group.Model.Id == name) is { } around)
            _lostKeys.Add(around.Model.ResultKey);
        foreach (var parameter in step.Method!.Parameters)
        {
            if (parameter.RefKind is RefKind.Out)
                _lostKeys.Add(SnakeCase.From(parameter.Name));
        }
    }
}
