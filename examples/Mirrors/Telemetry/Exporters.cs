using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using PlanDsl;

namespace Mirrors;

/// <summary>Where spans and metrics go: to the terminal, and to a collector if <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one.</summary>
internal sealed class Exporters : IDisposable
{
    private readonly TracerProvider _traces;
    private readonly MeterProvider _metrics;

    public Exporters(TextWriter output)
    {
        var traces = Sdk.CreateTracerProviderBuilder()
            .AddSource(PlanTelemetry.ActivitySourceName, "System.Net.Http")
            .AddProcessor(new SimpleActivityExportProcessor(new SpanTree(output)));
        var metrics = Sdk.CreateMeterProviderBuilder()
            .AddMeter(PlanTelemetry.MeterName)
            .AddReader(new BaseExportingMetricReader(new MetricLines(output)));
        if (Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is not null)
        {
            traces.AddOtlpExporter();
            metrics.AddOtlpExporter();
        }

        _traces = traces.Build();
        _metrics = metrics.Build();
    }

    /// <summary>Lets the exporters tell what they have left.</summary>
    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
    }
}
