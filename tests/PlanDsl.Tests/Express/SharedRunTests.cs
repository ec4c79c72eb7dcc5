namespace PlanDsl.Tests;

/// <summary>Runs at which several threads work after one has begun them.</summary>
public sealed class SharedRunTests
{
    private const int Plans = 60;
    private const int MostSteps = 3_000;
    private const int MostSpins = 200;

    // Only a run that hangs ever waits so long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public Task Large_plans_run_each_step_once_after_those_that_it_waits_for_and_within_their_bound() =>
        Parallel.ForEachAsync(Enumerable.Range(0, Plans), CancellationToken.None, static async (seed, _) =>
        {
            var random = new Random(seed);
            var predecessors = PredecessorsOf(random);
            int? most = random.Next(3) == 0 ? random.Next(2, 5) : null;
            var (sharedAt, spins) = (random.Next(predecessors.Length), random.Next(MostSpins));
            var (begun, ended, executing, violations) = (new int[predecessors.Length], new bool[predecessors.Length], 0, 0);
            var program = new SerialProgram(SerialProgram.TableOf(predecessors, most), (step, strand) =>
            {
                if (step == sharedAt)
                    (strand?.Owner as SerialRun)?.Share();
                if (Interlocked.Increment(ref begun[step]) != 1
                    || !Array.TrueForAll(predecessors[step], other => Volatile.Read(ref ended[other]))
                    || Interlocked.Increment(ref executing) > (most ?? int.MaxValue))
                {
                    Interlocked.Increment(ref violations);
                }

                Thread.SpinWait(spins);
                Interlocked.Decrement(ref executing);
                Volatile.Write(ref ended[step], true);
            });

            await PlanEngine.RunAsync<SerialProgram, int>(program, CancellationToken.None).Soon().ConfigureAwait(false);

            Assert.True(violations == 0, $"Seed {seed}: {violations} steps began when they should not");
            Assert.True(Array.TrueForAll(ended, static step => step), $"Seed {seed}: a step is missing");
        });

    [Fact]
    public async Task What_several_workers_have_left_to_others_begins_although_all_of_them_are_busy()
    {
        // One and two meet, so that each of two threads leaves one step behind it; and these meet with those that are not left.
        using var two = new Barrier(2);
        using var four = new Barrier(4);
        var met = 0;
        var program = new SerialProgram(SerialProgram.TableOf([[], [0], [0], [1], [1], [2], [2]]), (step, strand) =>
        {
            if (step == 0)
                (strand?.Owner as SerialRun)?.Share();
            else if ((step < 3 ? two : four).SignalAndWait(Patience))
                Interlocked.Increment(ref met);
        });

        await PlanEngine.RunAsync<SerialProgram, int>(program).Soon();

        Assert.Equal(6, met);
    }

    // Layers, chains beside each other, fans and what lies between them.
    private static int[][] PredecessorsOf(Random random)
    {
        var steps = new int[random.Next(2, MostSteps)][];
        var (reach, most) = (random.Next(1, 200), random.Next(1, 5));
        for (var step = 0; step < steps.Length; step++)
            steps[step] = [.. Enumerable.Range(0, step == 0 ? 0 : random.Next(most + 1)).Select(_ => Math.Max(0, step - 1 - random.Next(reach))).Distinct().Order()];
        return steps;
    }
}
