namespace PlanDsl.Generators;

/// <summary>Writes the generated half of a state machine.</summary>
internal static class StateMachineEmitter
{
    /// <summary>The file that extends <paramref name="machine"/>. One with an error gets the same signatures, and they throw.</summary>
    public static string Emit(JudgedMachine machine) => GeneratedFile.Extend(machine.Spec.Type, writer =>
    {
        var spec = machine.Spec;
        var members = new StateMachineMembers(writer, spec.Accessibility, spec.States!.Type, spec.Triggers!.Type);
        if (machine.IsValid)
            StateMachineBodies.Write(writer, members, spec);
        else
            InvalidMachineBodies.Write(writer, members, spec.FullName, machine.Errors);
    });
}
