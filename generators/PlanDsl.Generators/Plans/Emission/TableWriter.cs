using System.Globalization;
using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Writes the plan as constant tables, which the compiler puts into the image.</summary>
internal static class TableWriter
{
    /// <summary>Up to here a list has a line for each step, with its id.</summary>
    public const int MostStepsToExplain = 64;

    private const int NumbersPerLine = 24;

    public static void Write(CodeWriter writer, PlanSpec plan, StateNames names)
    {
        var graph = names.Graph;
        var policies = new PolicyWriter(plan, names);
        var predecessors = Enumerable.Range(0, plan.Steps.Count).Select(step => graph.PredecessorsOf(step).Length);

        writer.WriteLine();
        writer.WriteLine("/// <summary>The plan as constant tables, made once.</summary>");
        writer.WriteLine(GeneratedFile.GeneratedCodeAttribute);
        using (writer.Block("private static class __Table"))
        {
            policies.WriteFields(writer);
            FlowWriter.WriteTable(writer, plan.Model);
            writer.WriteLine("public static readonly global::PlanDsl.PlanTable Value = new(");
            using (writer.Indent())
            {
                writer.WriteLine($"planId: {CSharpText.Quote(plan.Model.Id)},");
                WriteLines(writer, "stepIds", plan.Model.Steps.Select(static step => step.Id));
                WriteLines(writer, "resultKeys", plan.Model.Steps.Select(static step => step.ResultType is null ? "" : step.ResultKey));
                WriteTraits(writer, plan.Model);
                WriteNumbers(writer, "successorStart", graph.SuccessorStart, ",");
                WriteNumbers(writer, "successors", graph.AllSuccessors, ",");
                WriteLast(writer, plan.Model, predecessors, policies, names);
            }

            writer.WriteLine();
            DefinitionWriter.Write(writer, plan, names);
        }
    }

    // What most plans do not have comes last, and what they do not have is not written.
    private static void WriteLast(CodeWriter writer, PlanModel plan, IEnumerable<int> predecessors, PolicyWriter policies, StateNames names)
    {
        List<Action<string>> arguments = [end => WriteNumbers(writer, "predecessorCounts", predecessors, end)];
        if (plan.MaxParallel is { } bound)
            arguments.Add(end => writer.WriteLine($"maxParallel: {Text(bound)}{end}"));
        if (plan.Timeout?.Value is { } timeout)
            arguments.Add(end => writer.WriteLine($"timeout: {PolicyTexts.Of(timeout)}{end}"));
        if (policies.HasAny)
            arguments.Add(end => policies.WriteArgument(writer, end));
        if (plan.Steps.Any(static step => step.Parallel is not null))
            arguments.Add(end => WriteNumbers(writer, "groups", Enumerable.Range(0, plan.Steps.Count).Select(names.Bindings.GroupOf), end));
        if (plan.MaxDepth is { } depth)
            arguments.Add(end => writer.WriteLine($"maxDepth: {Text(depth)}{end}"));
        if (plan.MaxSteps is { } most)
            arguments.Add(end => writer.WriteLine($"maxSteps: {Text(most)}{end}"));
        if (names.Strands.Count > 0)
            arguments.Add(end => WriteStrands(writer, names.Strands, end));
        for (var i = 0; i < arguments.Count; i++)
            arguments[i](i < arguments.Count - 1 ? "," : ");");
    }

    private static void WriteStrands(CodeWriter writer, IReadOnlyList<int[]> strands, string end)
    {
        writer.WriteLine("strands:");
        writer.WriteLine("[");
        using (writer.Indent("]" + end))
        {
            foreach (var strand in strands)
                writer.WriteLine($"[{string.Join(", ", strand.Select(static step => Text(step)))}],");
        }
    }

    private static void WriteLines(CodeWriter writer, string name, IEnumerable<string> lines)
    {
        writer.WriteLine($"{name}: \"\"\"");
        using (writer.Indent())
        {
            writer.WriteLine(string.Join("\n", lines));
            writer.WriteLine("\"\"\",");
        }
    }

    private static void WriteTraits(CodeWriter writer, PlanModel plan)
    {
        if (plan.Steps.Count > MostStepsToExplain)
        {
            WriteNumbers(writer, "traits", plan.Steps.Select(step => (int)step.TraitsIn(plan)), ",");
            return;
        }

        writer.WriteLine("traits:");
        writer.WriteLine("[");
        using (writer.Indent("],"))
        {
            foreach (var step in plan.Steps)
                writer.WriteLine($"{Text((int)step.TraitsIn(plan))}, // {step.Id}: {step.TraitsIn(plan)}");
        }
    }

    private static void WriteNumbers(CodeWriter writer, string name, IEnumerable<int> numbers, string end)
    {
        var texts = numbers.Select(static number => Text(number)).ToArray();
        if (texts.Length <= NumbersPerLine)
        {
            writer.WriteLine($"{name}: [{string.Join(", ", texts)}]{end}");
            return;
        }

        writer.WriteLine($"{name}:");
        writer.WriteLine("[");
        using (writer.Indent("]" + end))
        {
            for (var start = 0; start < texts.Length; start += NumbersPerLine)
                writer.WriteLine(string.Join(", ", texts.Skip(start).Take(NumbersPerLine)) + ",");
        }
    }

    /// <summary>A number in C#.</summary>
    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
