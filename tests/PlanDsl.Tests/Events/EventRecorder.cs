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
    public void AssertTellOf(PlanOutcome outcome, string context)
    {
        var events = Events;
        for (var i = 0; i < events.Length; i++)
            Assert.True(events[i].Sequence == i + 1, $"Event {i} has number {events[i].Sequence}; {context}.");
        for (var i = 1; i < events.Length; i++)
            Assert.True(events[i].Time >= events[i - 1].Time, $"Event {i} is earlier than the one before; {context}.");

        var folded = FoldedRun.Of(events);
        Assert.True(folded.Status == outcome.Status, $"The events say {folded.Status}, the outcome {outcome.Status}; {context}.");
        foreach (var step in outcome.Steps)
            Assert.True(folded.AttemptsOf(step.Id) == step.Attempts, $"The events tell of {folded.AttemptsOf(step.Id)} attempts of {step.Id}, the outcome of {step.Attempts}; {context}.");
        foreach (var step in outcome.Steps)
            Assert.True(folded.StatusOf(step.Id) == step.Status, $"The events say that {step.Id} is {folded.StatusOf(step.Id)}, the outcome {step.Status}; {context}.");
        foreach (var step in outcome.Steps)
            Assert.True(folded.CompensationOf(step.Id) == step.Compensation?.Status, $"The events say that {step.Id} is {folded.CompensationOf(step.Id)} undone, the outcome {step.Compensation}; {context}.");
        Assert.IsType<RunCreatedEvent>(events[0]);
        Assert.IsType<RunCompletedEvent>(events[^1]);
    }
}
