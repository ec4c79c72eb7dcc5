using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Writes what leads a journal to where each step leaves what it returns. Nothing for a plan whose steps return nothing.</summary>
internal sealed class ExchangeWriter(CodeWriter writer, PlanSpec plan, StateNames names)
{
    private const string Parameters = "(int step, global::PlanDsl.ResultExchange exchange)";

    private readonly StepCalls _calls = new(plan, names);

    /// <summary>Whether there is anything to be led to.</summary>
    public static bool IsNeeded(PlanSpec plan, StateNames names) => StepsOf(plan, names).Any();

    /// <summary>Writes the method of the state.</summary>
    public void Write()
    {
        var steps = StepsOf(plan, names).ToArray();
        if (steps.Length == 0)
            return;
        writer.WriteLine();
        if (steps.Length <= SwitchWriter.MostCasesInOneSwitch)
        {
            WriteSwitch("public", names.Exchange, steps);
            return;
        }

        var blocks = steps.GroupBy(static step => step / SwitchWriter.BlockSize).ToArray();
        using (writer.Block($"public void {names.Exchange}{Parameters}"))
        using (writer.Block($"switch (step / {TableWriter.Text(SwitchWriter.BlockSize)})"))
        {
            foreach (var block in blocks)
                writer.WriteLine($"case {TableWriter.Text(block.Key)}: {PartOf(block.Key)}(step, exchange); break;");
        }

        foreach (var block in blocks)
        {
            writer.WriteLine();
            WriteSwitch("private", PartOf(block.Key), block);
        }
    }

    /// <summary>Writes the member of the program by which the engine calls it.</summary>
    public static void WriteMember(CodeWriter writer, PlanSpec plan, StateNames names)
    {
        if (!IsNeeded(plan, names))
            return;
        writer.WriteLine();
        writer.WriteLine($"public void Exchange{Parameters} => state.{names.Exchange}(step, exchange);");
    }

    // What a group has is made again of what its members have, unless something stands in for it.
    private static IEnumerable<int> StepsOf(PlanSpec plan, StateNames names) => Enumerable.Range(0, plan.Steps.Count).Where(step =>
        plan.Model.Steps[step].ResultType is not null && names.OfResult(step).Length > 0 && plan.Steps[step].Returns is not ReturnKind.LiveStream
        && (!plan.Steps[step].IsGroup || plan.Model.Steps[step].Fallback is not null));

    private void WriteSwitch(string accessibility, string name, IEnumerable<int> steps)
    {
        using (writer.Block($"{accessibility} void {name}{Parameters}"))
        using (writer.Block("switch (step)"))
        {
            foreach (var step in steps)
            {
                var reminder = names.LoopMemories.Has(step) ? $" exchange.Remind({names.LoopMemories.FieldOf(step)}, {AttemptArguments.Context} => {_calls.ReturnedOf(step)});" : "";
                writer.WriteLine($"case {TableWriter.Text(step)}: exchange.{VisitOf(step)};{reminder} break;");
            }
        }
    }

    private string VisitOf(int step)
    {
        var model = plan.Model.Steps[step];
        if (model.Element is not null)
            return $"{(names.FanOuts.IsWrapped(step) ? "OfElementValue" : "OfElement")}({names.FanOuts.FieldOf(step)})";
        if (names.HeldTasks.Has(step))
            return $"OfTask(ref {names.OfResult(step)})";
        if (names.IsTaken(step))
            return model is { RepeatUntil: not null, Group: null } && !FlowWriter.RefusesSuccess(model) ? $"OfLoop(ref {names.OfReturned(step)}, ref {names.OfResult(step)})" : $"Of(ref {names.OfReturned(step)})";
        return $"{(names.Stored.IsWrapped(step, model.ResultType!) ? "OfValue" : "Of")}(ref {names.OfResult(step)})";
    }

    private string PartOf(int block) => $"{names.Exchange}From{TableWriter.Text(block * SwitchWriter.BlockSize)}";
}
