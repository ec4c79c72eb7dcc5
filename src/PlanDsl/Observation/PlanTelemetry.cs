namespace PlanDsl;

/// <summary>The names under which runs are found by what listens to them: logging, OpenTelemetry, <c>dotnet-counters</c>.</summary>
public static class PlanTelemetry
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/> that has a span for each run and for each
    /// attempt of a step.</summary>
    public const string ActivitySourceName = "PlanDsl";

    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string MeterName = "PlanDsl";

    /// <summary>The category under which the engine logs. What bodies log by <see cref="StepContext.Logger"/> has the plan's id
    /// as its category.</summary>
    public const string LoggerCategory = "PlanDsl";
}
