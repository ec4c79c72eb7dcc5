using PlanDsl.Model;

namespace PlanDsl;

/// <summary>Statuses and failures as they are written in tags of spans and metrics.</summary>
internal static class StatusNames
{
    private static readonly string[] Steps = [.. Enum.GetNames<StepStatus>().Select(SnakeCase.From)];
    private static readonly string[] Runs = [.. Enum.GetNames<RunStatus>().Select(SnakeCase.From)];
    private static readonly string[] Kinds = [.. Enum.GetNames<FailureKind>().Select(SnakeCase.From)];

    public static string Of(StepStatus status) => Steps[(int)status];

    public static string Of(RunStatus status) => Runs[(int)status];

    public static string Of(FailureKind kind) => Kinds[(int)kind];

    /// <summary>What went wrong as OpenTelemetry's <c>error.type</c>: the type of the exception that a body threw, else the kind
    /// of failure.</summary>
    public static string ErrorType(StepError error) => error is { Kind: FailureKind.Exception, Exception: { } exception }
        ? ErrorType(exception)
        : Of(error.Kind);

    public static string ErrorType(Exception exception) => exception.GetType().FullName ?? exception.GetType().Name;
}
