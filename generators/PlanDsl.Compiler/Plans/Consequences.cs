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

    /// <summary>Made of what has been said of these steps so far.</summary>
    public Consequences(IEnumerable<Finding> said, IReadOnlyList<ReadStep> steps)
    {
        _steps = steps;
        foreach (var finding in said)
        {
            if (finding.Id == RuleIds.InvalidName)
                _reserved.Add(finding.Anchor);
            else if (finding.Id == RuleIds.UnsupportedSignature)
                AddUnsupported(finding.Anchor);
            else if (finding.Id is RuleIds.InvalidCondition or RuleIds.InvalidFallback)
                _unsupported.Add(finding.Anchor);
        }
    }

    /// <summary>Whether <paramref name="finding"/> says nothing new.</summary>
    public bool Contains(Finding finding) => finding.Id switch
    {
        // The name of a method may be reserved on the plan and, as a member, in Results.
        RuleIds.InvalidName => _reserved.Contains(finding.Anchor),
        RuleIds.UnknownDependency => IsRejected(finding.Anchor),
        RuleIds.UnboundParameter => IsRejected(finding.Anchor)
            || _unsupported.Contains(Anchor.StepParameter(finding.Anchor.Index, finding.Anchor.Parameter, finding.Anchor.Role))
            || IsLost(finding.Anchor),
        RuleIds.TypeMismatch => IsLost(finding.Anchor),
        _ => false,
    };

    private bool IsLost(Anchor parameter) =>
        _lostKeys.Contains(_steps[parameter.Index].Model.ParametersOf(parameter.Role)[parameter.Parameter].Key);

    private bool IsRejected(Anchor anchor) => _steps[anchor.Index].Rejected.Contains(anchor);

    // What a step that cannot be called was meant to give the others.
    private void AddUnsupported(Anchor anchor)
    {
        _unsupported.Add(anchor);
        var step = _steps[anchor.Index];
        _lostKeys.Add(step.Model.ResultKey);
        foreach (var parameter in step.Method!.Parameters)
        {
            if (parameter.RefKind is RefKind.Out)
                _lostKeys.Add(SnakeCase.From(parameter.Name));
        }
    }
}
