using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>A state machine, and why it cannot be used.</summary>
/// <param name="Spec">The machine.</param>
/// <param name="Errors">The ids of the rules that it breaks, in the order in which they were found; empty for a sound machine.</param>
internal sealed record JudgedMachine(StateMachineSpec Spec, EquatableArray<string> Errors)
{
    /// <summary>Whether the machine can be used.</summary>
    public bool IsValid => Errors.IsEmpty;

    /// <summary>Whether there can be a file for it: the class can be re-opened, and the signatures are known.</summary>
    public bool CanBeExtended => Spec is { CanBeExtended: true, Model: not null };

    public static JudgedMachine Of(StateMachineSpec machine) => new(
        machine,
        machine.Findings.Where(static finding => finding.Severity is FindingSeverity.Error)
            .Select(static finding => finding.Id)
            .Distinct(StringComparer.Ordinal)
            .ToEquatableArray());
}
