using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>Writes a step of a run as a JSON object.</summary>
internal static class StepJson
{
    /// <summary>Writes a step that has ended, with what it consists of.</summary>
    /// <param name="json">Where it is written.</param>
    /// <param name="runId">The id of the run.</param>
    /// <param name="step">The step.</param>
    /// <param name="scope">What is known of it.</param>
    /// <param name="kindOfWhole">The kind of what it is part of, which an element or an iteration shares.</param>
    public static void Write(Utf8JsonWriter json, string runId, StepOutcome step, ReportScope scope, string kindOfWhole)
    {
        var kind = scope.KindOf(step) ?? kindOfWhole;
        json.WriteStartObject();
        json.WriteString("id", step.Id);
        json.WriteString("kind", kind);
        json.WriteString("status", SnakeCase.From(step.Status.ToString()));
        json.WriteNumber("attempts", step.Attempts);
        json.WriteString("exec_id", FormattableString.Invariant($"{runId}/{step.Path}/{step.Attempts}"));
        var output = scope.OutputOf(step);
        if (ExitCodeOf(step, output, kind) is { } exitCode)
            json.WriteNumber("exit_code", exitCode);
        if (step.StartedAt is { } started)
            json.WriteString("started_at", started);
        if (step.EndedAt is { } ended)
            json.WriteString("ended_at", ended);
        json.WriteNumber("elapsed_ms", RunJson.Milliseconds(step.Duration ?? TimeSpan.Zero));
        if (output.ValueKind is not JsonValueKind.Undefined)
        {
            json.WritePropertyName("output");
            JsonText.Write(json, output);
        }

        if (step.Error is { } error)
            ErrorJson.WriteMember(json, error);
        if (step.Children.Count > 0)
        {
            json.WriteStartArray("children");
            var within = scope.Within(step);
            foreach (var part in step.Children)
                Write(json, runId, part, within, kind);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>Writes a step that has not run.</summary>
    public static void WritePending(Utf8JsonWriter json, PlanModel plan, DrawnStep node)
    {
        json.WriteStartObject();
        json.WriteString("id", plan.Steps[node.Step].Id);
        json.WriteString("kind", StepKind.Of(plan.Steps[node.Step]));
        json.WriteString("status", "pending");
        json.WriteNumber("attempts", 0);
        json.WriteNull("exec_id");
        json.WriteNumber("elapsed_ms", 0);
        if (!node.Members.IsEmpty)
        {
            json.WriteStartArray("children");
            foreach (var member in node.Members)
                WritePending(json, plan, new(member, []));
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static int? ExitCodeOf(StepOutcome step, JsonElement output, string kind) => step.Error?.Exception switch
    {
        ExitCodeException exited => exited.ExitCode,
        _ when kind is "command" && output.ValueKind is JsonValueKind.Object && output.TryGetProperty("exit_code", out var code) && code.TryGetInt32(out var exitCode) => exitCode,
        _ => null,
    };
}
