using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>Writes the steps of a recorded run as JSON, with the names that <c>plandsl run --format json</c> has for what it tells.</summary>
internal static class StepListJson
{
    public static void Write(Utf8JsonWriter json, RunHistory history)
    {
        json.WriteStartArray();
        foreach (var step in history.Steps)
            Write(json, step, history.Summary);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, StepHistory step, RunSummary run)
    {
        json.WriteStartObject();
        json.WriteString("id", step.Id);
        json.WriteString("path", step.Path);
        json.WriteString("status", StepListText.StatusOf(step.Status, run));
        json.WriteNumber("attempts", step.Attempts);
        json.WriteString("exec_id", FormattableString.Invariant($"{run.RunId}/{step.Path}/{step.Attempts}"));
        if (step.StartedAt is { } started)
            json.WriteString("started_at", started);
        if (step.EndedAt is { } ended)
        {
            json.WriteString("ended_at", ended);
            json.WriteNumber("elapsed_ms", RunJson.Milliseconds(step.ElapsedAt(ended) ?? TimeSpan.Zero));
        }

        if (step.Wait?.Signal is { } signal)
            json.WriteString("waiting_for", signal);
        if (step.Cause is { } cause)
            json.WriteString("cause", StatusNames.Of(cause));
        if (step.IsFallback)
            json.WriteBoolean("fallback", true);
        if (step.Result.ValueKind is not JsonValueKind.Undefined)
        {
            json.WritePropertyName("output");
            JsonText.Write(json, step.Result);
        }

        if (step.Error is { } error)
            ErrorJson.WriteMember(json, error);
        if (step.Compensation is { } compensation)
            json.WriteString("compensation", SnakeCase.From(compensation.ToString()));
        if (step.PartsNow.Any())
        {
            json.WriteStartArray("children");
            foreach (var part in step.PartsNow)
                Write(json, part, run);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
