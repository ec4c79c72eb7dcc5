using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>Statuses and failures as they are written in events, and in tags of spans and metrics.</summary>
internal static class StatusNames
{
    private static readonly string[] Steps = [.. Enum.GetNames<StepStatus>().Select(SnakeCase.From)];
    private static readonly string[] Runs = [.. Enum.GetNames<RunStatus>().Select(SnakeCase.From)];
    private static readonly string[] Kinds = [.. Enum.GetNames<FailureKind>().Select(SnakeCase.From)];
    private static readonly string[] Causes = [.. Enum.GetNames<SkipCause>().Select(SnakeCase.From)];

    public static string Of(StepStatus status) => Steps[(int)status];

    public static string Of(RunStatus status) => Runs[(int)status];

    public static string Of(FailureKind kind) => Kinds[(int)kind];

    public static string Of(SkipCause cause) => Causes[(int)cause];

    /// <exception cref="JsonException">There is no such status.</exception>
    public static RunStatus RunOf(string name) => (RunStatus)IndexOf(Runs, name, "status of a run");

    /// <exception cref="JsonException">There is no such kind.</exception>
    public static FailureKind KindOf(string name) => (FailureKind)IndexOf(Kinds, name, "kind of failure");

    /// <exception cref="JsonException">There is no such cause.</exception>
    public static SkipCause CauseOf(string name) => (SkipCause)IndexOf(Causes, name, "cause for which steps are skipped");

    /// <summary>What went wrong as OpenTelemetry's <c>error.type</c>: the type of the exception that a body threw, else the kind
    /// of failure.</summary>
    public static string ErrorType(StepError error) => error is { Kind: FailureKind.Exception, Exception: { } exception }
        ? ErrorType(exception)
        : Of(error.Kind);

    public static string ErrorType(Exception exception) => exception.GetType().FullName ?? exception.GetType().Name;

    private static int IndexOf(string[] names, string name, string what) => Array.IndexOf(names, name) is >= 0 and var index
        ? index
        : throw new JsonException($"'{name}' is no {what}; one of {string.Join(", ", names)} is.");
}
