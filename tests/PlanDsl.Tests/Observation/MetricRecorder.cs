using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace PlanDsl.Tests;

/// <summary>Keeps what is measured of the runs of one plan.</summary>
internal sealed class MetricRecorder : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly string _planId;

    public MetricRecorder(string planId)
    {
        _planId = planId;
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == PlanTelemetry.MeterName)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Each measurement as a line, such as <c>plandsl.steps 1 plandsl.step.id=a</c>.</summary>
    public ConcurrentQueue<string> Lines { get; } = new();

    public IEnumerable<string> Of(string instrument) =>
        Lines.Where(line => line.StartsWith(instrument + " ", StringComparison.Ordinal)).Select(line => line[(instrument.Length + 1)..]);

    public void Dispose() => _listener.Dispose();

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var all = tags.ToArray();
        if (!all.Contains(new("plandsl.plan.id", _planId)))
            return;
        var others = all.Where(static tag => tag.Key != "plandsl.plan.id").Select(static tag => FormattableString.Invariant($" {tag.Key}={tag.Value}"));
        Lines.Enqueue(FormattableString.Invariant($"{instrument.Name} {value}") + string.Concat(others));
    }
}
