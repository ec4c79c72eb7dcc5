using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Writes the generated half of a state machine.</summary>
internal static class StateMachineEmitter
{
    /// <summary>The file that extends <paramref name="machine"/>. One with an error gets the same signatures, and they throw.</summary>
    public static string Emit(StateMachineSpec machine) => GeneratedFile.Extend(machine.Type, writer =>
    {
        var errors = machine.Findings.Where(static finding => finding.Severity is FindingSeverity.Error).Select(static finding => finding.Id)
            .Distinct(StringComparer.Ordinal).ToArray();
        var members = new StateMachineMembers(writer, machine.Accessibility, machine.States!.Type, machine.Triggers!.Type);
        if (errors.Length > 0)
            InvalidMachineBodies.Write(writer, members, machine.Model!.Name, errors);
        else
            StateMachineBodies.Write(writer, members, machine);
    });
}
