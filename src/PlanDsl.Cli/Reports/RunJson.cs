using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>Writes a run as one JSON object.</summary>
internal static class RunJson
{
    /// <summary>Writes a run that has ended.</summary>
    public static void Write(Utf8JsonWriter json, EndedRun run)
    {
        json.WriteStartObject();
        json.WriteString("run_id", run.Outcome.RunId);
        json.WriteString("plan_id", run.Outcome.PlanId);
        json.WriteString("status", RunEndText.StatusOf(run));
        json.WriteNumber("elapsed_ms", Milliseconds(run.Elapsed));
        json.WriteStartArray("steps");
        var scope = ReportScope.Of(run);
        foreach (var step in run.Outcome.Steps)
            StepJson.Write(json, run.Outcome.RunId, step, scope, "command");
        json.WriteEndArray();
        WriteBindings(json, run);
        WriteErrors(json, run.Outcome);
        json.WriteEndObject();
    }

    /// <summary>Writes a run that has not been made.</summary>
    public static void WritePending(Utf8JsonWriter json, PlanModel plan)
    {
        json.WriteStartObject();
        json.WriteNull("run_id");
        json.WriteString("plan_id", plan.Id);
        json.WriteString("status", "pending");
        json.WriteNumber("elapsed_ms", 0);
        json.WriteStartArray("steps");
        foreach (var node in PlanDrawing.Of(plan).Nodes)
            StepJson.WritePending(json, plan, node);
        json.WriteEndArray();
        json.WriteStartObject("bindings");
        json.WriteEndObject();
        json.WriteStartArray("errors");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A length of time in milliseconds, to the microsecond.</summary>
    public static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 3);

    private static void WriteBindings(Utf8JsonWriter json, EndedRun run)
    {
        json.WriteStartObject("bindings");
        foreach (var constant in run.Plan.Constants)
        {
            if (run.Results.ContainsKey(constant.Name))
                continue;
            json.WritePropertyName(constant.Name);
            json.WriteRawValue(constant.Json);
        }

        foreach (var (key, value) in run.Results)
        {
            json.WritePropertyName(key);
            JsonText.Write(json, run.Secrets.Of(value));
        }

        json.WriteEndObject();
    }

    private static void WriteErrors(Utf8JsonWriter json, PlanOutcome outcome)
    {
        json.WriteStartArray("errors");
        foreach (var error in RunErrors.Of(outcome))
            ErrorJson.Write(json, error);

        json.WriteEndArray();
    }
}
