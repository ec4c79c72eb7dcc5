using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Writes the environment that the conditions of a step read.</summary>
internal static class StepVariables
{
    /// <summary>The lines that make it; none where a condition reads no variables of its step, and <see langword="null"/> where they could not be written.</summary>
    /// <param name="method">The method that decides.</param>
    /// <param name="variables">The variables, each of which may read those above it.</param>
    public static List<string>? Write(MethodLowering method, EquatableArray<NamedTemplate> variables)
    {
        if (variables.IsEmpty)
            return [];

        // What does not fit in them is told where the step itself sets them.
        var place = CodePlace.Of(method.Model, MethodRole.Body) with { Context = method.Parameters.ContextName };
        var writer = new CodeWriter(method.Roots, place, method.Plan.Fields, method.Plan.Class?.Types, method.Variables);
        var lines = new List<string> { $"var {method.Parameters.EnvironmentName} = {method.Plan.Environment.New(method.Roots)};" };
        foreach (var (name, value) in variables)
        {
            if (writer.Text(value, TextPlace.Of("env").Member(name)) is not { } text)
                return null;
            lines.Add($"{method.Parameters.EnvironmentName}[{CSharpText.Quote(name)}] = {text};");
            method.Roots.EnvironmentNames.Add(name);
        }

        if (writer.UsesContext)
            method.Parameters.Context();
        return lines;
    }
}
