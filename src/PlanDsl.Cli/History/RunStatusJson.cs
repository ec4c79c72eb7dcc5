using System.Text.Json;

namespace PlanDsl.Cli;

/// <summary>Writes how a recorded run stands, as JSON.</summary>
internal static class RunStatusJson
{
    /// <param name="json">Where it is written.</param>
    /// <param name="history">The run.</param>
    /// <param name="now">The time, by which deadlines have passed or not.</param>
    public static void Write(Utf8JsonWriter json, RunHistory history, DateTimeOffset now)
    {
        json.WriteStartObject();
        RunListJson.WriteMembers(json, history.Summary);
        json.WriteNumber("resumes", history.Resumes);
        json.WriteBoolean("cancel_requested", history.IsCancelRequested);
        if (history.Origin is { } origin)
            json.WriteString("plan", origin.Plan);
        json.WriteStartObject("steps");
        foreach (var (status, count) in StepCounts.Of(history))
            json.WriteNumber(StepListText.StatusOf(status, history.Summary), count);
        json.WriteEndObject();
        WriteWaits(json, history, now);
        WritePending(json, history);
        WriteErrors(json, history);
        json.WriteEndObject();
    }

    private static void WriteWaits(Utf8JsonWriter json, RunHistory history, DateTimeOffset now)
    {
        json.WriteStartArray("waiting_for");
        foreach (var step in history.Waiting)
        {
            json.WriteStartObject();
            json.WriteString("step_id", step.Path);
            json.WriteString("signal", step.Wait!.Signal);
            json.WriteString("since", step.Wait.Time);
            if (step.Wait.Deadline is { } deadline)
                json.WriteString("deadline", deadline);
            if (history.HasMissed(step, now))
                json.WriteBoolean("deadline_passed", true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePending(Utf8JsonWriter json, RunHistory history)
    {
        json.WriteStartArray("pending_requests");
        foreach (var request in history.Pending)
        {
            json.WriteStartObject();
            json.WriteString("request_id", request.RequestId);
            json.WriteString("type", request.Signal is null ? "cancel" : "signal");
            if (request.Signal is { } signal)
                json.WriteString("signal", signal);
            if (request.AskedAt is { } asked)
                json.WriteString("asked_at", asked);
            if (history.Missed(request) is not null)
                json.WriteBoolean("too_late", true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteErrors(Utf8JsonWriter json, RunHistory history)
    {
        json.WriteStartArray("errors");
        foreach (var error in HistoryErrors.Of(history))
            ErrorJson.Write(json, error);
        json.WriteEndArray();
    }
}
