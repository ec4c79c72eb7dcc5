using System.Collections.Concurrent;
using System.Diagnostics;

namespace PlanDsl.Tests;

/// <summary>Keeps the spans of the runs that are started where it was made, once they have ended.</summary>
internal sealed class SpanRecorder : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly Activity _test = new Activity("test").Start();

    public SpanRecorder()
    {
        _listener = new()
        {
            ShouldListenTo = static source => source.Name == PlanTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> span) =>
                span.Parent.TraceId == _test.TraceId ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = Spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public ConcurrentQueue<Activity> Spans { get; } = new();

    public Activity Test => _test;

    public Activity this[string name] => Assert.Single(Spans, span => span.OperationName == name);

    public static object? Tag(Activity span, string name) => span.GetTagItem(name);

    public void Dispose()
    {
        _listener.Dispose();
        _test.Dispose();
    }
}
