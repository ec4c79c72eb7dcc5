using System.Diagnostics.Metrics;

namespace PlanDsl;

/// <summary>The instruments of all runs; docs/observability.md lists them.</summary>
internal static class PlanInstruments
{
    private static readonly Meter Meter = new(PlanTelemetry.MeterName, TelemetryVersion.Text);

    // Steps take from milliseconds to hours; the boundaries are those that OpenTelemetry advises for seconds, and some above.
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60, 300, 1800],
    };

    public static readonly UpDownCounter<long> ActiveRuns = Meter.CreateUpDownCounter<long>(
        "plandsl.active_runs", "{run}", "Runs that have started and not ended.");

    public static readonly Histogram<double> RunDuration = Meter.CreateHistogram(
        "plandsl.run.duration", "s", "How long runs took.", tags: null, Seconds);

    public static readonly UpDownCounter<long> ActiveSteps = Meter.CreateUpDownCounter<long>(
        "plandsl.active_steps", "{step}", "Steps that are running; those that wait are not.");

    public static readonly Counter<long> Steps = Meter.CreateCounter<long>(
        "plandsl.steps", "{step}", "Steps that have ended.");

    public static readonly Histogram<double> StepDuration = Meter.CreateHistogram(
        "plandsl.step.duration", "s", "How long steps took from the start of their first attempt to their end.", tags: null, Seconds);

    public static readonly Histogram<double> StepQueueTime = Meter.CreateHistogram(
        "plandsl.step.queue_time", "s", "How long attempts that were ready stood in line until they started.", tags: null, Seconds);

    public static readonly Counter<long> StepRetries = Meter.CreateCounter<long>(
        "plandsl.step.retries", "{retry}", "Attempts that have failed and are followed by another.");

    /// <summary>Whether anybody listens to one of them.</summary>
    public static bool AreEnabled =>
        Steps.Enabled || StepDuration.Enabled || StepQueueTime.Enabled || StepRetries.Enabled || ActiveSteps.Enabled || ActiveRuns.Enabled || RunDuration.Enabled;
}
