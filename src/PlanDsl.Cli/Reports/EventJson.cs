using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>Writes events of a run as JSON objects.</summary>
internal static class EventJson
{
    public static void Write(Utf8JsonWriter json, PlanEvent happened)
    {
        json.WriteStartObject();
        json.WriteString("type", EventNames.Of(happened));
        json.WriteNumber("seq", happened.Sequence);
        json.WriteString("run_id", happened.RunId);
        if (happened is StepEvent step)
            WriteStep(json, step);
        json.WriteString("time", happened.Time);
        WriteRest(json, happened);
        json.WriteEndObject();
    }

    /// <summary>Writes what went wrong.</summary>
    public static void WriteError(Utf8JsonWriter json, string name, StepError error)
    {
        json.WriteStartObject(name);
        json.WriteString("kind", SnakeCase.From(error.Kind.ToString()));
        json.WriteString("message", error.Message);
        json.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter json, StepEvent happened)
    {
        json.WriteString("step_id", happened.StepPath);
        if (happened.Parent is { } parent)
            json.WriteString("parent", parent);
        json.WriteNumber("attempt", happened.Attempt);
        json.WriteString("exec_id", happened.ExecId);
        json.WriteString("idempotency_key", happened.IdempotencyKey);
    }

    private static void WriteRest(Utf8JsonWriter json, PlanEvent happened)
    {
        switch (happened)
        {
            case RunCreatedEvent created:
                json.WriteString("plan_id", created.PlanId);
                break;
            case RunCompletedEvent completed:
                json.WriteString("status", SnakeCase.From(completed.Status.ToString()));
                WriteErrorIfAny(json, completed.Error);
                break;
            case SignalReceivedEvent signal:
                json.WriteString("signal", signal.Name);
                if (signal.StepPath is { } waiting)
                    json.WriteString("step_id", waiting);
                break;
            case StepSucceededEvent succeeded:
                WriteIf(json, "fallback", succeeded.Fallback);
                WriteIf(json, "partial", succeeded.Partial);
                break;
            case StepFailedEvent failed:
                WriteIf(json, "partial", failed.Partial);
                WriteIf(json, "tolerated", failed.Tolerated);
                WriteErrorIfAny(json, failed.Error);
                break;
            case StepSkippedEvent skipped:
                json.WriteString("cause", SnakeCase.From(skipped.Cause.ToString()));
                break;
            case StepRetryEvent retry:
                json.WriteNumber("delay_ms", retry.Delay.TotalMilliseconds);
                WriteErrorIfAny(json, retry.Error);
                break;
            case StepTimeoutEvent timeout:
                json.WriteNumber("timeout_ms", timeout.Timeout.TotalMilliseconds);
                json.WriteBoolean("total", timeout.IsTotal);
                break;
            case StepProgressEvent progress:
                json.WriteNumber("fraction", progress.Fraction);
                if (progress.Message is { } message)
                    json.WriteString("message", message);
                break;
            case CompensationFailedEvent compensation:
                WriteErrorIfAny(json, compensation.Error);
                break;
        }
    }

    private static void WriteIf(Utf8JsonWriter json, string name, bool holds)
    {
        if (holds)
            json.WriteBoolean(name, true);
    }

    private static void WriteErrorIfAny(Utf8JsonWriter json, StepError? error)
    {
        if (error is not null)
            WriteError(json, "error", error);
    }
}
