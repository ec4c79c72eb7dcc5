namespace PlanDsl.Tests;

/// <summary>An observer that keeps what it is told.</summary>
internal sealed class EventRecorder : IObserver<PlanEvent>
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<PlanEvent> _events = [];

    /// <summary>Ends when the sequence has, by completion or by an error.</summary>
    public Task Ended => _ended.Task;

    /// <summary>What has been told so far.</summary>
    public PlanEvent[] Events
    {
        get
        {
            lock (_events)
                return [.. _events];
        }
    }

    public Exception? Error { get; private set; }

    public T Single<T>()
        where T : PlanEvent => Assert.Single(Events.OfType<T>());

    public void OnNext(PlanEvent value)
    {
        lock (_events)
            _events.Add(value);
    }

    public void OnError(Exception error)
    {
        Error = error;
        _ended.SetResult();
    }

    public void OnCompleted() => _ended.SetResult();

    /// <summary>Asserts that the events, from the first to the last, tell of this outcome and of nothing else.</summary>
    public void AssertTellOf(PlanOutcome outcome, string context, bool isHedged = false) => AssertTellOf(Events, outcome, context, isHedged);

    /// <summary>Asserts the same of events that come from elsewhere.</summary>
    public static void AssertTellOf(PlanEvent[] events, PlanOutcome outcome, string context, bool isHedged = false)
    {
        for (var i = 0; i < events.Length; i++)
            Assert.True(events[i].Sequence == i + 1, $"Event {i} has number {events[i].Sequence}; {context}.");
        for (var i = 1; i < events.Length; i++)
            Assert.True(events[i].Time >= events[i - 1].Time, $"Event {i} is earlier than the one before; {context}.");

        var folded = FoldedRun.Of(events, isHedged);
        Assert.True(folded.Status == outcome.Status, $"The events say {folded.Status}, the outcome {outcome.Status}; {context}.");
        AssertTellOf(outcome.Steps, null, folded, context);
        Assert.IsType<RunCreatedEvent>(events[0]);
        Assert.IsType<RunCompletedEvent>(events[^1]);
    }

    // What comes out of a journal has no exception.
    private static bool IsSame(StepError? told, StepError? met) => told == met || told == (met is null ? null : met with { Exception = null });

    private static void AssertTellOf(IReadOnlyList<StepOutcome> steps, string? parent, FoldedRun folded, string context)
    {
        foreach (var step in steps)
        {
            var path = step.Path;
            Assert.True(folded.AttemptsOf(path) == step.Attempts, $"The events tell of {folded.AttemptsOf(path)} attempts of {path}, the outcome of {step.Attempts}; {context}.");
            Assert.True(folded.StatusOf(path) == step.Status, $"The events say that {path} is {folded.StatusOf(path)}, the outcome {step.Status}; {context}.");
            if (step.Status is StepStatus.Succeeded or StepStatus.Failed or StepStatus.Partial)
                Assert.True(IsSame(folded.ErrorOf(path), step.Error ?? step.ReplacedError), $"The events tell of {path} that it met {folded.ErrorOf(path)}, the outcome {step.Error ?? step.ReplacedError}; {context}.");
            Assert.True(folded.CompensationOf(path) == step.Compensation?.Status, $"The events say that {path} is {folded.CompensationOf(path)} undone, the outcome {step.Compensation}; {context}.");
            AssertTellOf(step.Children, path, folded, context);
        }

        var told = folded.ChildrenOf(parent).Order(StringComparer.Ordinal);
        Assert.True(told.SequenceEqual(steps.Select(static step => step.Path).Order(StringComparer.Ordinal)), $"The events tell of other children of '{parent}' than the outcome; {context}.");
    }
}
