using System.Text.Json;

namespace PlanDsl.Cli;

/// <summary>Writes what there is to say of runs in a line each, as JSON.</summary>
internal static class RunListJson
{
    /// <summary>Writes an array of runs.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<RunSummary> runs)
    {
        json.WriteStartArray();
        foreach (var run in runs)
        {
            json.WriteStartObject();
            WriteMembers(json, run);
            if (run.Fault is { } fault)
                json.WriteString("fault", fault);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes what each has, as members of an object.</summary>
    public static void WriteMembers(Utf8JsonWriter json, RunSummary run)
    {
        json.WriteString("run_id", run.RunId);
        json.WriteString("plan_id", run.PlanId);
        json.WriteString("status", RunListText.StatusOf(run));
        json.WriteString("created_at", run.CreatedAt);
        if (run.EndedAt is { } ended)
        {
            json.WriteString("ended_at", ended);
            json.WriteNumber("elapsed_ms", RunJson.Milliseconds(RunTimes.Length(run.CreatedAt, ended)));
        }

        if (run.ParentRun is { } parent)
            json.WriteString("parent_run", parent);
        WriteOwner(json, run);
        json.WriteNumber("last_seq", run.LastSequence);
    }

    /// <summary>Writes who executes a run, if somebody does, as a member of an object.</summary>
    public static void WriteOwner(Utf8JsonWriter json, RunSummary run)
    {
        if (run.Owner is not { } owner)
            return;
        json.WriteStartObject("owner");
        json.WriteNumber("process_id", owner.ProcessId);
        json.WriteString("host", owner.Host);
        json.WriteEndObject();
    }
}
