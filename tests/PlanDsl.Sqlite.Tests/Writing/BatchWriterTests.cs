namespace PlanDsl.Tests;

public sealed class BatchWriterTests
{
    // The thread leaves as soon as it may, so that it comes and goes all the time.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_many_threads_add_is_written_once_and_in_the_order_of_each(int seed)
    {
        const int adders = 6;
        const int items = 4_000;
        var written = new List<(int Adder, int Number)>();
        var isWriting = 0;
        var overlaps = 0;
        var writer = new BatchWriter<(int Adder, int Number, TaskCompletionSource? Done)>(
            batch =>
            {
                overlaps += Interlocked.Exchange(ref isWriting, 1);
                foreach (var (adder, number, done) in batch)
                {
                    written.Add((adder, number));
                    done?.SetResult();
                }

                Volatile.Write(ref isWriting, 0);
            },
            leave: () => overlaps += Volatile.Read(ref isWriting),
            patience: TimeSpan.Zero);

        await Task.WhenAll(Enumerable.Range(0, adders).Select(adder => Task.Run(async () =>
        {
            var random = new Random((seed * 100) + adder);
            for (var number = 0; number < items;)
            {
                writer.Retain();
                for (var more = random.Next(1, 40); more > 0 && number < items; more--, number++)
                    writer.Add((adder, number, null));
                var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                writer.Add((adder, -1, done));
                await done.Task;
                writer.Release();
            }
        })));

        Assert.Equal(0, overlaps);
        foreach (var adder in written.Where(static item => item.Number >= 0).GroupBy(static item => item.Adder, static item => item.Number))
            Assert.Equal(Enumerable.Range(0, items), adder);
        Assert.Equal(adders * items, written.Count(static item => item.Number >= 0));
    }

    // To close a database may take as long as a disk does.
    [Fact]
    public async Task Nobody_waits_for_what_is_closed_while_nobody_uses_the_writer()
    {
        var leaving = new TaskCompletionSource();
        var mayLeave = new TaskCompletionSource();
        var written = new TaskCompletionSource<int>();
        var writer = new BatchWriter<int>(
            batch => written.TrySetResult(batch[0]),
            leave: () =>
            {
                leaving.TrySetResult();
                mayLeave.Task.GetAwaiter().GetResult();
            },
            patience: TimeSpan.Zero);
        writer.Retain();
        writer.Release();
        await leaving.Task.Soon();

        await Task.Run(() =>
        {
            writer.Retain();
            writer.Add(7);
        }).Soon();
        Assert.False(written.Task.IsCompleted);
        mayLeave.SetResult();

        Assert.Equal(7, await written.Task.Soon());
        writer.Release();
    }
}
