using System.Collections.Immutable;
using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>A plan, and why it cannot run.</summary>
/// <param name="Spec">The plan.</param>
/// <param name="Errors">The ids of the rules that it breaks, in ordinal order; empty for a plan that can run.</param>
internal sealed record JudgedPlan(PlanSpec Spec, EquatableArray<string> Errors)
{
    /// <summary>The path of the plan file that it was made of; the empty string for a plan that is written in C#.</summary>
    public string Path { get; init; } = "";

    /// <summary>Whether the class that would be declared for it is there already.</summary>
    public bool IsClassTaken { get; init; }

    /// <summary>Whether the plan can run.</summary>
    public bool IsValid => Errors.IsEmpty;

    /// <summary>Whether there can be a file for it: the type can be re-opened, and may have members of the generated names, or can be declared.</summary>
    public bool CanBeExtended => Spec.Type.CanReopen && !ReservedNames.IsReservedMethod(Spec.Type.Name) && !IsClassTaken;

    public static JudgedPlan Of(PlanSpec plan, PlanClashes clashes)
    {
        var errors = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var finding in plan.Findings)
        {
            if (finding.Severity is FindingSeverity.Error)
                errors.Add(finding.Id);
        }

        if (!plan.UnresolvedSteps.IsEmpty)
            errors.Add(RuleIds.UnsupportedSignature);
        var lost = clashes.Lost.Where(other => plan.Runs.Contains(other.Id, StringComparer.Ordinal)).ToImmutableArray();
        var isClassTaken = clashes.Classes.Contains(plan.Type.HintName, StringComparer.Ordinal);
        if (clashes.Ids.Contains(plan.Type.HintName, StringComparer.Ordinal))
            errors.Add(RuleIds.DuplicatePlanId);
        else if (isClassTaken || !lost.IsEmpty)
            errors.Add(RuleIds.InvalidName);
        return new(Without(lost, plan), errors.ToEquatableArray()) { IsClassTaken = isClassTaken };
    }

    // What has no class has no results that a member could have.
    private static PlanSpec Without(ImmutableArray<PlanIdentity> lost, PlanSpec plan) => lost.IsEmpty ? plan : plan with
    {
        Steps = plan.Steps.Select((step, index) => lost.Any(other => IsResultOf(other, plan.Model.Steps[index])) ? step with { Member = "" } : step).ToEquatableArray(),
    };

    private static bool IsResultOf(PlanIdentity plan, StepModel step) => step.ResultType?.Name.Replace("@", "").StartsWith($"global::{plan.DeclaredClass}.", StringComparison.Ordinal) is true;
}
