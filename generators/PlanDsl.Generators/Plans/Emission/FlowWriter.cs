using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Writes the ways through a plan file with transitions, and the questions whether they lead to a step.</summary>
internal static class FlowWriter
{
    private const string Success = "Success";

    /// <summary>Writes the ways as a constant of the table; nothing for a plan without.</summary>
    public static void WriteTable(CodeWriter writer, PlanModel plan)
    {
        if (FlowStart.Of(plan) is not { } first)
            return;
        writer.WriteLine($"public static readonly global::PlanDsl.PlanFlow Flow = new(first: {TableWriter.Text(first)},");
        writer.WriteLine("[");
        using (writer.Indent("]);"))
        {
            foreach (var step in plan.Steps)
                writer.WriteLine($"{TextOf(step)}, // {step.Id}");
        }

        writer.WriteLine();
    }

    /// <summary>Writes the field of the state; nothing for a plan without transitions.</summary>
    public static void WriteField(CodeWriter writer, PlanModel plan, StateNames names)
    {
        if (FlowStart.Of(plan) is not null)
            writer.WriteLine($"public readonly global::PlanDsl.FlowCursor {names.Flow} = new(__Table.Flow);");
    }

    /// <summary>The numbers of the questions, and the call that each stands for.</summary>
    public static IEnumerable<(int Number, string Call)> BranchesOf(PlanModel plan, StateNames names) => Enumerable.Range(0, plan.Steps.Count)
        .Where(step => plan.Steps[step].Flow is not null)
        .Select(step => (names.Numbers.Decisions.Count + step, $"state.{names.Flow}.LeadsTo({TableWriter.Text(step)}, {AttemptArguments.Context})"));

    /// <summary>The ends that the transitions of a step accept; <see langword="null"/> for all.</summary>
    public static string? AcceptedOf(StepModel step)
    {
        if (step.Flow is not { AllowedEvents: { IsEmpty: false } events })
            return null;
        var ends = events.Select(name => EndOf(name, step)).Distinct(StringComparer.Ordinal).Select(static end => $"global::PlanDsl.StepEnds.{end}");
        return string.Join(" | ", ends);
    }

    /// <summary>Whether no success of a step is accepted, so that others never see what it returns.</summary>
    public static bool RefusesSuccess(StepModel step) => step.Flow is { AllowedEvents: { IsEmpty: false } events } && !events.Any(name => EndOf(name, step) is Success);

    private static string EndOf(string name, StepModel step) => name switch
    {
        FlowEvents.Succeeded => Success,
        FlowEvents.ParallelComplete when step.Parallel is not null => Success,
        FlowEvents.Failed => "Failure",
        FlowEvents.Timeout or "step_timeout" => "Timeout",
        _ => "None",
    };

    private static string TextOf(StepModel step)
    {
        if (step.Flow is not { } flow)
            return "null";
        var parts = new List<string>();
        if (flow.DefaultNext is { } said)
            parts.Add($"DefaultNext = {TableWriter.Text(said)}");
        if (flow.NextOnMainLine is { } next)
            parts.Add($"NextOnMainLine = {TableWriter.Text(next)}");
        if (!flow.FailureBranch.IsEmpty)
            parts.Add($"FailureBranch = [{string.Join(", ", flow.FailureBranch.Select(static step => TableWriter.Text(step)))}]");
        if (step.EffectiveOnFailure is FailurePolicy.Continue)
            parts.Add("IsTolerated = true");
        if (step.RunsAfterFailures)
            parts.Add("RunsAfterFailures = true");
        return parts.Count == 0 ? "new()" : $"new() {{ {string.Join(", ", parts)} }}";
    }
}
