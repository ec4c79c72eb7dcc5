using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>How expressions see the ends of steps.</summary>
internal static class FailureText
{
    private static readonly string[] Statuses = [.. Enum.GetValues<StepStatus>().Select(static status => SnakeCase.From(status.ToString()))];
    private static readonly string[] Kinds = [.. Enum.GetValues<FailureKind>().Select(static kind => SnakeCase.From(kind.ToString()))];

    /// <summary>A status as plan files name it.</summary>
    public static string Of(StepStatus status) => Statuses[(int)status];

    /// <summary>A kind of failure as plan files name it.</summary>
    public static string Of(FailureKind kind) => Kinds[(int)kind];

    /// <summary>An error as an object of <c>kind</c> and <c>message</c>, or null.</summary>
    public static JsonElement Of(StepError? error) => error is null ? JsonValues.Null : JsonValues.Write(error, static (writer, error) =>
    {
        writer.WriteStartObject();
        writer.WriteString("kind", Of(error.Kind));
        writer.WriteString("message", error.Message);
        writer.WriteEndObject();
    });
}
