namespace PlanDsl.Tests;

/// <summary>A plan in which the step <c>read</c> reads live what <c>produce</c> brings; and streams for it to bring.</summary>
internal sealed class LivePair
{
    public LiveStream<int> Stream { get; } = new();

    /// <summary>What has been read.</summary>
    public List<int> Read { get; } = [];

    public StepPolicy? OfProducer { get; init; }

    public FailurePolicy? OnFailureOfProducer { get; init; }

    public StepPolicy? OfReader { get; init; }

    public FailurePolicy? OnFailureOfReader { get; init; }

    public int? MaxParallel { get; init; }

    public string? Timeout { get; init; }

    /// <summary>Adds the two steps to a plan of their own.</summary>
    /// <param name="produce">Makes the stream.</param>
    /// <param name="read">Reads it; to its end, if nothing else is said.</param>
    /// <param name="edit">Changes the producer, once it has been added.</param>
    public TestPlan Plan(Func<StepContext, IAsyncEnumerable<int>> produce, Func<StepContext, Task>? read = null, Func<TestPlan, TestPlan>? edit = null)
    {
        var plan = new TestPlan { MaxParallel = MaxParallel, Timeout = Timeout }
            .Governed("produce", context => Stream.FeedAsync(produce(context), context).AsTask(), OfProducer, onFailure: OnFailureOfProducer)
            .FeedsLive("read");
        return (edit?.Invoke(plan) ?? plan).Governed("read", read ?? ReadAllAsync, OfReader, ["produce"], OnFailureOfReader).ReadsLive("produce");
    }

    public async Task ReadAllAsync(StepContext context)
    {
        await foreach (var element in Stream.Read(context).ConfigureAwait(false))
            Read.Add(element);
    }

    /// <summary>Numbers from 0.</summary>
    public static async IAsyncEnumerable<int> Count(int count)
    {
        for (var element = 0; element < count; element++)
        {
            await Task.Yield();
            yield return element;
        }
    }

    /// <summary>One element, and then a failure.</summary>
    public static async IAsyncEnumerable<int> Broken()
    {
        await Task.Yield();
        yield return 0;
        throw new InvalidDataException("broken");
    }

    /// <summary>One element, and none after it until the gate is opened.</summary>
    public static async IAsyncEnumerable<int> Slow(Gate gate, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return 0;
        await gate.EnterAsync(cancellationToken).ConfigureAwait(false);
        yield return 1;
    }
}
