using System.Collections.Concurrent;
using System.Diagnostics;

namespace PlanDsl;

/// <summary>Those who watch a run from within: log, metrics, spans and hooks. They are code of others, so that they are not
/// called under the coordinator's lock, but by a thread that has just left it: in order, one at a time, and all of them
/// before the run is announced to have ended. What they throw is lost.</summary>
internal sealed class RunWatch
{
    private readonly ConcurrentQueue<Action> _untold = new();
    private readonly RunLog? _log;
    private readonly RunMetrics? _metrics;
    private readonly RunSpans? _spans;
    private readonly RunHooks? _hooks;
    private readonly TimeProvider _time;
    private int _isTelling;

    private RunWatch(RunLog? log, RunMetrics? metrics, RunSpans? spans, RunHooks? hooks, TimeProvider time)
    {
        _time = time;
        _log = log;
        _metrics = metrics;
        _spans = spans;
        _hooks = hooks;
        Context = spans is null ? ExecutionContext.Capture() : spans.Capture();
    }

    /// <summary>The context of whoever started the run, in which the span of the run is current; <see langword="null"/> if its
    /// flow was suppressed.</summary>
    public ExecutionContext? Context { get; }

    /// <summary>Whether anything is to surround the bodies.</summary>
    public bool SurroundsBodies => _log is not null || _spans is not null;

    /// <summary>Whether transitions are to be noted.</summary>
    public bool IsHooked => _hooks is not null;

    /// <summary>Whether somebody watches all runs, whatever their options.</summary>
    public static bool IsWanted => PlanInstruments.AreEnabled || RunSpans.AreWanted;

    /// <summary>Those who watch a run that is about to start, or <see langword="null"/> if there are none. Nobody else comes later.</summary>
    public static RunWatch? TryStart(PlanTable plan, RunIdentity identity, TimeProvider time, PlanOptions? options)
    {
        var log = RunLog.TryCreate(identity, options?.LoggerFactory);
        var metrics = RunMetrics.TryCreate(plan);
        var hooks = RunHooks.TryCreate(options);
        var spans = RunSpans.TryStart(identity, time);
        return log is null && metrics is null && hooks is null && spans is null ? null : new(log, metrics, spans, hooks, time);
    }

    /// <summary>Notes an event. The coordinator's, under its lock.</summary>
    public void Note(PlanEvent happened)
    {
        if (_log is { } log)
            _untold.Enqueue(() => log.OnNext(happened));
        if (_metrics is { } metrics)
            _untold.Enqueue(() => metrics.OnNext(happened));
        if (_spans is { } spans && happened is RunCompletedEvent completed)
            _untold.Enqueue(() => spans.End(completed));
    }

    /// <summary>Notes a transition of a coordinator. The coordinator's, under its lock.</summary>
    public void Note(RunIdentity run, PlanState from, PlanState to, PlanTrigger trigger, DateTimeOffset now) =>
        _untold.Enqueue(() => _hooks!.OnTransition(run, from, to, trigger, now));

    /// <summary>Notes a transition of a step. The coordinator's, under its lock.</summary>
    public void Note(RunIdentity run, string path, StepStatus from, StepStatus to, StepTrigger trigger, DateTimeOffset now) =>
        _untold.Enqueue(() => _hooks!.OnTransition(run, path, from, to, trigger, now));

    /// <summary>Tells what has been noted, unless another thread, or this one further up, is at it. One that only visits the run
    /// leaves it to the pool.</summary>
    public void Tell()
    {
        if (_untold.IsEmpty)
            return;
        if (WorkerThread.IsVisiting)
            ThreadPool.UnsafeQueueUserWorkItem(static watch => watch.TellHere(), this, preferLocal: false);
        else
            TellHere();
    }

    private void TellHere()
    {
        while (!_untold.IsEmpty && Interlocked.Exchange(ref _isTelling, 1) == 0)
        {
            if (Context is null)
                TellAll(this);
            else
                ExecutionContext.Run(Context, TellAll, this);

            // A write alone might be seen later than this thread looks again: what was noted in between would be told by nobody.
            Interlocked.Exchange(ref _isTelling, 0);
        }
    }

    /// <summary>Calls back when all that was noted is told.</summary>
    public void Finish(Action onTold)
    {
        _untold.Enqueue(onTold);
        Tell();
    }

    /// <summary>A body is about to be called: surrounds it until what is returned is disposed of.</summary>
    public WatchedBody Enter(in BodyName body)
    {
        Activity? span = null;
        try
        {
            span = _spans?.Start(body);
            return new(span, _log?.BeginScope(body), _time);
        }
        catch (Exception)
        {
            return new(span, scope: null, _time);
        }
    }

    private static void TellAll(object? watch)
    {
        var untold = ((RunWatch)watch!)._untold;
        while (untold.TryDequeue(out var tell))
        {
            try
            {
                tell();
            }
            catch (Exception)
            {
                // As of any observer: it harms nobody.
            }
        }
    }
}
