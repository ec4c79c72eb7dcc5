using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>Writes what a plan whose inputs are secret has for that: the engine asks for their values, to leave them out of failures.</summary>
internal static class SecretsWriter
{
    private const string Values = "global::System.Collections.Generic.IReadOnlyList<global::System.Collections.Generic.KeyValuePair<string, global::System.Text.Json.JsonElement>>";

    /// <summary>Writes the method of the state that gathers the values; nothing for a plan without secrets.</summary>
    public static void Write(CodeWriter writer, PlanSpec plan, StateNames names)
    {
        if (names.Secrets is not { } method)
            return;
        var values = plan.Model.Inputs.Where(static input => input.IsSecret).Select(input => $"new({CSharpText.Quote(input.Name)}, global::PlanDsl.PlanJson.Of({names.OfInput(input.Name)}))");
        writer.WriteLine();
        writer.WriteLine($"public {Values} {method}() => [{string.Join(", ", values)}];");
    }

    /// <summary>Writes the member of the program by which the engine asks for them.</summary>
    public static void WriteMember(CodeWriter writer, StateNames names)
    {
        if (names.Secrets is not { } method)
            return;
        writer.WriteLine();
        writer.WriteLine($"public {Values} GetSecrets() => state.{method}();");
    }
}
