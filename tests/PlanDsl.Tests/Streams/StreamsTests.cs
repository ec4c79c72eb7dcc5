using System.Reactive.Linq;
using System.Reactive.Subjects;

namespace PlanDsl.Tests;

public sealed class StreamsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_stream_is_collected_in_its_order()
    {
        Assert.Equal((int[])[0, 1, 2], await PlanDsl.Streams.CollectAsync(Count(3), None).Soon());
        Assert.Equal((int[])[0, 1, 2], await PlanDsl.Streams.CollectAsync(Observable.Range(0, 3), None).Soon());
        Assert.Empty(await PlanDsl.Streams.CollectAsync(Count(0), None).Soon());
        Assert.Empty(await PlanDsl.Streams.CollectAsync(Observable.Empty<int>(), None).Soon());
    }

    [Fact]
    public async Task The_last_element_of_a_stream_is_its_result()
    {
        Assert.Equal(2, await PlanDsl.Streams.LastAsync(Count(3), None).Soon());
        Assert.Equal(2, await PlanDsl.Streams.LastAsync(Observable.Range(0, 3), None).Soon());
    }

    [Fact]
    public async Task A_stream_without_an_element_has_no_last_one()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => PlanDsl.Streams.LastAsync(Count(0), None).Soon());
        await Assert.ThrowsAsync<InvalidOperationException>(() => PlanDsl.Streams.LastAsync(Observable.Empty<int>(), None).Soon());
    }

    [Fact]
    public async Task The_error_of_a_stream_is_the_steps()
    {
        var broken = Observable.Range(0, 3).Concat(Observable.Throw<int>(new InvalidDataException()));

        await Assert.ThrowsAsync<InvalidDataException>(() => PlanDsl.Streams.CollectAsync(broken, None).Soon());
        await Assert.ThrowsAsync<InvalidDataException>(() => PlanDsl.Streams.LastAsync(broken, None).Soon());
    }

    [Fact]
    public async Task Collecting_heeds_the_token_even_if_the_stream_does_not()
    {
        using var cancellation = new CancellationTokenSource();
        var collecting = PlanDsl.Streams.CollectAsync(CountAnd(cancellation.Cancel), cancellation.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => collecting.Soon());
        using var third = new CancellationTokenSource();
        var reading = PlanDsl.Streams.LastAsync(CountAnd(third.Cancel), third.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.Soon());

        using var subject = new Subject<int>();
        using var other = new CancellationTokenSource();
        var observing = PlanDsl.Streams.LastAsync(subject, other.Token);
        Assert.True(subject.HasObservers);
        await other.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => observing.Soon());
        Assert.False(subject.HasObservers);
    }

    private static async IAsyncEnumerable<int> Count(int count)
    {
        for (var element = 0; element < count; element++)
        {
            await Task.Yield();
            yield return element;
        }
    }

    private static async IAsyncEnumerable<int> CountAnd(Action atTen)
    {
        for (var element = 0; ; element++)
        {
            await Task.Yield();
            if (element == 10)
                atTen();
            yield return element;
        }
    }
}
