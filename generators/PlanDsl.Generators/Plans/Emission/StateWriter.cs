using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Writes the class that holds the values of one run: a typed field per input and result, a small method per step.</summary>
internal static class StateWriter
{
    public static void Write(CodeWriter writer, PlanSpec plan, StateNames names)
    {
        var methods = new StateMethods(writer, plan, names);
        writer.WriteLine();
        writer.WriteLine("/// <summary>The values that travel between the steps of one run.</summary>");
        writer.WriteLine(GeneratedFile.GeneratedCodeAttribute);
        using (writer.Block("private sealed class __State"))
        {
            WriteFields(writer, plan, names);
            WriteConstructor(writer, plan, names);
            for (var step = 0; step < plan.Steps.Count; step++)
                methods.Write(step);

            new StrandWriter(writer, plan, names).Write();
            new GetResultsWriter(writer, plan, names).Write();
            SecretsWriter.Write(writer, plan, names);
            new ExchangeWriter(writer, plan, names).Write();
            InputsWriter.Write(writer, plan, names);
        }
    }

    private static void WriteFields(CodeWriter writer, PlanSpec plan, StateNames names)
    {
        FlowWriter.WriteField(writer, plan.Model, names);
        if (names.HoldsPlan)
            writer.WriteLine($"private readonly {plan.Type.SelfName} {names.Plan};");
        for (var input = 0; input < plan.Inputs.Count; input++)
            writer.WriteLine($"private readonly {plan.Inputs[input].ValueType ?? plan.Inputs[input].Type} {names.OfInput(plan.Model.Inputs[input].Name)};");
        for (var step = 0; step < plan.Steps.Count; step++)
        {
            if (plan.Model.Steps[step].Element is not null)
                writer.WriteLine($"private {names.FanOuts.TypeOf(step)}? {names.FanOuts.FieldOf(step)};");
            names.LoopMemories.WriteField(writer, step);
            if (plan.Model.Steps[step].Stream is { IsReadLive: true })
                writer.WriteLine($"private readonly {names.Streams.TypeOf(step)} {names.Streams.FieldOf(step)} = new();");
            if (plan.Steps[step].Returns is ReturnKind.LiveStream || plan.Model.Steps[step].ResultType is not { } type || (plan.Model.Steps[step].Element is not null && (!names.IsTaken(step) || FlowWriter.RefusesSuccess(plan.Model.Steps[step]))) || names.DirectResults.Has(step))
                continue;
            var stored = names.HeldTasks.Has(step) ? HeldTasks.TypeOf(type) : TypeTexts.Static(TypeTexts.Stored(type, names.Stored.CanBeAbsent(step)));
            if (!FlowWriter.RefusesSuccess(plan.Model.Steps[step]))
                writer.WriteLine($"private {stored} {names.OfResult(step)};");
            if (names.IsTaken(step) && plan.Model.Steps[step].Element is null)
                writer.WriteLine($"private {TypeTexts.Static(TypeTexts.Stored(type, isOptional: false))} {names.OfReturned(step)};");
        }

        if (names.DirectResults.HasAny)
            writer.WriteLine($"private readonly Results {names.Results} = new();");
        if (names.HoldsAnything)
            writer.WriteLine();
    }

    // Not a primary one: for each method of a type that has one, C# goes through all its members.
    private static void WriteConstructor(CodeWriter writer, PlanSpec plan, StateNames names)
    {
        var inputs = plan.Inputs.Select((input, index) => (Type: input.ValueType ?? input.Type, Parameter: input.Name, Field: names.OfInput(plan.Model.Inputs[index].Name)));
        var values = (names.HoldsPlan ? inputs.Prepend((Type: plan.Type.SelfName, Parameter: names.PlanParameter, Field: names.Plan)) : inputs).ToArray();
        if (values.Length == 0)
            return;
        using (writer.Block($"public __State({string.Join(", ", values.Select(static value => $"{value.Type} {value.Parameter}"))})"))
        {
            foreach (var (_, parameter, field) in values)
                writer.WriteLine($"{(Array.Exists(values, value => value.Parameter == field) ? "this." : "")}{field} = {parameter};");
        }

        writer.WriteLine();
    }
}
