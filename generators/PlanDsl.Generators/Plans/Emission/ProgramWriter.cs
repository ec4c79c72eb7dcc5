using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Writes the struct that the engine runs: the table, and how to invoke each step.</summary>
internal sealed class ProgramWriter(CodeWriter writer, PlanSpec plan, StateNames names)
{
    private const string ValueTask = "global::System.Threading.Tasks.ValueTask";
    private const string TokenOfContext = AttemptArguments.Context + ".CancellationToken";

    private readonly GroupWriter _groups = new(plan, names);

    /// <summary>Writes it.</summary>
    public void Write()
    {
        writer.WriteLine();
        writer.WriteLine("/// <summary>What the engine runs: the table, and how to invoke each step.</summary>");
        writer.WriteLine(GeneratedFile.GeneratedCodeAttribute);
        using (writer.Block($"private readonly struct __Program(__State state) : global::PlanDsl.IPlanProgram<Results>{(names.Secrets is null ? "" : ", global::PlanDsl.ISecretProgram")}"))
        {
            writer.WriteLine("public global::PlanDsl.PlanTable Table => __Table.Value;");
            writer.WriteLine();
            WriteInvokes();
            WriteStrands();
            WriteDecide();
            WriteOpenFanOut();
            writer.WriteLine();
            writer.WriteLine($"public Results GetResults() => state.{names.GetResults}();");
            SecretsWriter.WriteMember(writer, names);
            ExchangeWriter.WriteMember(writer, plan, names);
            InputsWriter.WriteMember(writer, plan, names);
        }
    }

    private void WriteInvokes()
    {
        var traits = plan.Model.Steps.Select(step => step.TraitsIn(plan.Model)).ToArray();
        var steps = Enumerable.Range(0, plan.Steps.Count).ToArray();
        new SwitchWriter(writer, ValueTask, "InvokeAsync", "step", $"{Signatures.CancellationToken} {AttemptArguments.Token}", AttemptArguments.Token)
            .Write(steps.Where(step => (traits[step] & (StepTraits.Governed | StepTraits.Bounded)) != StepTraits.Governed).Select(step => (step, CallOf(step, MethodRole.Body, AttemptArguments.Token))));
        writer.WriteLine();

        var named = names.Numbers.Bodies.Select((body, index) => (steps.Length + index, CallOf(body.Step, body.Role, TokenOfContext)));
        new SwitchWriter(writer, ValueTask, "InvokeAsync", "body", $"{Signatures.StepContext} {AttemptArguments.Context}", AttemptArguments.Context)
            .Write(steps.Where(step => (traits[step] & StepTraits.Governed) != StepTraits.None).Select(step => (step, CallOf(step, MethodRole.Body, TokenOfContext))).Concat(named));
    }

    private void WriteStrands()
    {
        if (names.Strands.Count == 0)
            return;
        writer.WriteLine();
        using (writer.Block("public void Invoke(global::PlanDsl.Strand strand)"))
        using (writer.Block("switch (strand.Number)"))
        {
            for (var strand = 0; strand < names.Strands.Count; strand++)
                writer.WriteLine($"case {TableWriter.Text(strand)}: state.{names.OfStrand(strand)}(strand); break;");
            writer.WriteLine("default: throw new global::System.ArgumentOutOfRangeException(nameof(strand));");
        }
    }

    private void WriteDecide()
    {
        var branches = FlowWriter.BranchesOf(plan.Model, names).ToArray();
        if (names.Numbers.Decisions.Count + branches.Length == 0)
            return;
        writer.WriteLine();
        new SwitchWriter(writer, "bool", "Decide", "decision", $"{Signatures.StepContext} {AttemptArguments.Context}", AttemptArguments.Context)
            .Write(names.Numbers.Decisions.Select((decision, index) => (index, CallOf(decision.Step, decision.Role, TokenOfContext))).Concat(branches));
    }

    private void WriteOpenFanOut()
    {
        var fanOuts = Enumerable.Range(0, plan.Steps.Count).Where(step => plan.Model.Steps[step].Element is not null).ToArray();
        if (fanOuts.Length == 0)
            return;
        writer.WriteLine();
        using (writer.Block("public global::PlanDsl.FanOut OpenFanOut(int step) => step switch", close: "};"))
        {
            foreach (var step in fanOuts)
                writer.WriteLine($"{TableWriter.Text(step)} => state.{names.FanOuts.OpenerOf(step)}(),");
            writer.WriteLine("_ => throw new global::System.ArgumentOutOfRangeException(nameof(step)),");
        }
    }

    private string CallOf(int step, MethodRole role, string token)
    {
        if (role is MethodRole.Body && plan.Steps[step].IsGroup)
            return _groups.HasBody(step) ? $"state.{names.OfMethod(step, role)}({AttemptArguments.Context})" : "default";
        return $"state.{names.OfMethod(step, role)}({AttemptArguments.Pass(plan.Model.Steps[step], role, token)})";
    }
}
