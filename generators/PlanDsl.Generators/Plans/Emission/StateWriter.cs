using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Writes the class that holds the values of one run: a typed field per input and result, a small method per step.</summary>
internal static class StateWriter
{
    public static void Write(CodeWriter writer, PlanSpec plan, StateNames names)
    {
        var calls = new StepCalls(plan, names);
        var inputs = plan.Inputs.Select(static input => $"{input.Type} {input.Name}");
        var parameters = names.HoldsPlan ? inputs.Prepend($"{plan.Type.SelfName} {names.PlanParameter}") : inputs;

        writer.WriteLine();
        writer.WriteLine("/// <summary>The values that travel between the steps of one run.</summary>");
        writer.WriteLine(GeneratedFile.GeneratedCodeAttribute);
        using (writer.Block($"private sealed class __State({string.Join(", ", parameters)})"))
        {
            WriteFields(writer, plan, names);
            for (var step = 0; step < plan.Steps.Count; step++)
            {
                WriteStep(writer, plan.Steps[step], names.OfResult(step), calls.Of(step), ParameterOf(plan.Model.Steps[step]));
                writer.WriteLine();
            }

            WriteResults(writer, plan, names);
        }
    }

    private static void WriteFields(CodeWriter writer, PlanSpec plan, StateNames names)
    {
        if (names.HoldsPlan)
            writer.WriteLine($"private readonly {plan.Type.SelfName} {names.Plan} = {names.PlanParameter};");
        for (var input = 0; input < plan.Inputs.Count; input++)
            writer.WriteLine($"private readonly {plan.Inputs[input].Type} {names.OfInput(plan.Model.Inputs[input].Name)} = {plan.Inputs[input].Name};");
        for (var step = 0; step < plan.Steps.Count; step++)
        {
            if (plan.Model.Steps[step].ResultType is { } type)
                writer.WriteLine($"private {TypeTexts.Static(TypeTexts.Stored(type, IsOptional(plan, step)))} {names.OfResult(step)};");
        }

        if (names.HoldsAnything)
            writer.WriteLine();
    }

    private static void WriteStep(CodeWriter writer, StepSpec step, string field, string call, string parameter)
    {
        var head = $"global::System.Threading.Tasks.ValueTask {step.Method}({parameter})";
        switch (step.Returns)
        {
            case ReturnKind.AwaitableValue:
                writer.WriteLine($"public async {head}");
                using (writer.Indent())
                    writer.WriteLine($"=> {field} = await {call}.ConfigureAwait(false);");
                break;
            case ReturnKind.Awaitable:
                writer.WriteLine($"public {head}");
                using (writer.Indent())
                    writer.WriteLine(step.IsValueTask ? $"=> {call};" : $"=> new({call});");
                break;
            default:
                using (writer.Block($"public {head}"))
                {
                    writer.WriteLine(step.Returns is ReturnKind.Value ? $"{field} = {call};" : $"{call};");
                    writer.WriteLine("return default;");
                }

                break;
        }
    }

    // The context brings the token with it.
    private static string ParameterOf(StepModel step) =>
        step.TakesContext ? $"{Signatures.StepContext} {StepCalls.Context}"
        : step.TakesCancellationToken ? $"{Signatures.CancellationToken} {StepCalls.Token}"
        : "";

    private static void WriteResults(CodeWriter writer, PlanSpec plan, StateNames names)
    {
        using (writer.Block($"public Results {names.GetResults}() => new()", close: "};"))
        {
            foreach (var step in ResultMembers.Of(plan))
            {
                var spec = plan.Steps[step];
                var isNeverNull = TypeTexts.IsNeverNull(plan.Model.Steps[step].ResultType!, spec.IsOptionalInResults);
                writer.WriteLine($"{spec.Member} = {names.OfResult(step)}{(isNeverNull ? "!" : "")},");
            }
        }
    }

    private static bool IsOptional(PlanSpec plan, int step) =>
        plan.Steps[step].IsOptionalInResults || plan.Model.Steps[step].IsOptionalToConsumers;
}
