using System.Text.Json;

namespace PlanDsl.Cli;

/// <summary>Writes errors as JSON.</summary>
internal static class ErrorJson
{
    /// <summary>Writes one of a run, as an object.</summary>
    public static void Write(Utf8JsonWriter json, StepError error)
    {
        json.WriteStartObject();
        if (error.StepId is { } step)
            json.WriteString("step_id", step);
        WriteMembers(json, error);
    }

    /// <summary>Writes that of a step, as a member of what tells of the step.</summary>
    public static void WriteMember(Utf8JsonWriter json, StepError error)
    {
        json.WriteStartObject("error");
        WriteMembers(json, error);
    }

    private static void WriteMembers(Utf8JsonWriter json, StepError error)
    {
        json.WriteString("kind", StatusNames.Of(error.Kind));
        json.WriteString("message", error.Message);
        json.WriteEndObject();
    }
}
