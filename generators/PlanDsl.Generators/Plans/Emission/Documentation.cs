using System.Globalization;
using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>The parts of generated documentation that point back at what the author wrote.</summary>
internal static class Documentation
{
    private const int MostStepsToList = 16;

    /// <summary>A reference to the method of a step.</summary>
    public static string See(PlanSpec plan, int step)
    {
        if (plan.PlanFile.Length > 0)
            return $"<c>{DocumentationText.Escaped(plan.Model.Steps[step].Id)}</c>";
        if (plan.Model.Steps[step].Parallel is not null)
            return $"the group <c>{plan.Model.Steps[step].Id}</c>";
        return plan.Steps[step].Cref.Length > 0 ? SeeMethod(plan, step) : $"<c>{plan.Steps[step].Method}</c>";
    }

    /// <summary>A reference to the author's method that a step calls.</summary>
    public static string SeeMethod(PlanSpec plan, int step)
    {
        var cref = plan.Steps[step].Cref;
        var isId = cref.StartsWith("M:", StringComparison.Ordinal);
        return isId ? $"<see cref=\"{cref}\"/>" : $"<see cref=\"{SelfCref(plan)}.{cref}\"/>";
    }

    /// <summary>The steps by name, or how many there are.</summary>
    public static void WriteSteps(CodeWriter writer, PlanSpec plan)
    {
        if (plan.Steps.Count > MostStepsToList)
        {
            writer.WriteLine($"/// <remarks>It has {Text(plan.Steps.Count)} steps.</remarks>");
            return;
        }

        writer.WriteLine("/// <remarks>Its steps:");
        for (var step = 0; step < plan.Steps.Count; step++)
            writer.WriteLine($"/// {See(plan, step)}{(step < plan.Steps.Count - 1 ? "," : ".")}");
        writer.WriteLine("/// </remarks>");
    }

    /// <summary>What the methods that take the inputs say of them.</summary>
    public static void WriteInputs(CodeWriter writer, PlanSpec plan) => WriteInputs(writer, plan, Enumerable.Range(0, plan.Inputs.Count));

    /// <summary>What the methods that take some of the inputs say of these.</summary>
    public static void WriteInputs(CodeWriter writer, PlanSpec plan, IEnumerable<int> inputs)
    {
        foreach (var input in inputs)
        {
            var taking = StepsThatTake(plan, plan.Model.Inputs[input].Name);
            var said = plan.Model.Inputs[input].Description is { Length: > 0 } description ? $"{Sentence(description)} " : "";
            var read = taking.Length > 0 ? $"The input of {taking}." : said.Length > 0 ? "" : "An input that no step reads.";
            writer.WriteLine($"/// <param name=\"{plan.Inputs[input].Name.TrimStart('@')}\">{(said + read).TrimEnd()}</param>");
        }
    }

    // What the author of a plan file says, as a sentence.
    private static string Sentence(string text)
    {
        var line = DocumentationText.Line(text).TrimEnd('.', ' ');
        return line.Length == 0 ? "" : DocumentationText.Escaped(char.ToUpperInvariant(line[0]) + line.Substring(1)) + ".";
    }

    private static string StepsThatTake(PlanSpec plan, string input)
    {
        var steps = Enumerable.Range(0, plan.Steps.Count)
            .Where(step => Takes(plan.Model.Steps[step], input))
            .ToArray();
        return steps.Length > MostStepsToList
            ? $"{Text(steps.Length)} steps"
            : string.Join(", ", steps.Select(step => See(plan, step)));
    }

    private static bool Takes(StepModel step, string input) =>
        step.Methods.Select(static method => method.Method.Parameters).Prepend(step.Parameters)
            .Any(parameters => parameters.Any(parameter => parameter.Key == input && (parameter.Kind is ParameterKind.Input || parameter is { Kind: ParameterKind.Element, Path: not null })));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string SelfCref(PlanSpec plan) => plan.Type.SelfName.Replace('<', '{').Replace('>', '}');
}
