using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>Writes what gives a journal the inputs of a run, without those that are secret. Nothing for a plan that has none to give.</summary>
internal static class InputsWriter
{
    private const string RecordedInputs = "global::PlanDsl.RecordedInputs";
    private const string JsonElement = "global::System.Text.Json.JsonElement";
    private const string JsonOptions = "global::System.Text.Json.JsonSerializerOptions";

    /// <summary>Writes the method of the state that gathers them.</summary>
    public static void Write(CodeWriter writer, PlanSpec plan, StateNames names)
    {
        var inputs = NamesOf(plan).ToArray();
        if (inputs.Length == 0)
            return;
        writer.WriteLine();
        writer.WriteLine($"public {RecordedInputs} {names.SaveInputs}({RecordedInputs} inputs) => inputs");
        using (writer.Indent())
        {
            for (var input = 0; input < inputs.Length; input++)
                writer.WriteLine($".Add({CSharpText.Quote(inputs[input])}, {names.OfInput(inputs[input])}){(input == inputs.Length - 1 ? ";" : "")}");
        }
    }

    /// <summary>Writes the member of the program by which the engine asks for them.</summary>
    public static void WriteMember(CodeWriter writer, PlanSpec plan, StateNames names)
    {
        if (!NamesOf(plan).Any())
            return;
        writer.WriteLine();
        writer.WriteLine($"public {JsonElement}? SaveInputs({JsonOptions}? options) => state.{names.SaveInputs}(new(Table, options)).ToJson();");
    }

    private static IEnumerable<string> NamesOf(PlanSpec plan) =>
        plan.Model.Inputs.Where(static input => !input.IsSecret).Select(static input => input.Name);
}
