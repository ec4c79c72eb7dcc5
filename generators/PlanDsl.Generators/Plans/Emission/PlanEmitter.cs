namespace PlanDsl.Generators;

/// <summary>Writes the generated half of a plan, one part after the other.</summary>
internal static class PlanEmitter
{
    // A base class may have members of the generated names, and a step or its types may be obsolete.
    private const string DisabledWarnings = "CS0108, CS0612, CS0618";

    /// <summary>The file that extends <paramref name="plan"/>. An invalid one gets the same signatures, and they throw.</summary>
    public static string Emit(JudgedPlan plan) => GeneratedFile.Extend(
        plan.Spec.Type,
        writer =>
        {
            if (!plan.IsValid)
            {
                StubWriter.Write(writer, plan);
                return;
            }

            var names = new StateNames(plan.Spec);
            EntryPointsWriter.Write(writer, plan.Spec, names);
            ImplementationWriter.Write(writer, plan.Spec);
            LoweredWriter.Write(writer, plan.Spec);
            ResultsWriter.Write(writer, plan.Spec, names);
            TableWriter.Write(writer, plan.Spec, names);
            StateWriter.Write(writer, plan.Spec, names);
            new ProgramWriter(writer, plan.Spec, names).Write();
        },
        DisabledWarnings,
        plan.Spec.DeclaresClass ? writer => ClassWriter.Write(writer, plan.Spec) : null);
}
