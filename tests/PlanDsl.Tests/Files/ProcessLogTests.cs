namespace PlanDsl.Tests;

public sealed class ProcessLogTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Many_threads_enter_and_strike_out_and_no_line_is_lost_or_torn()
    {
        const int Threads = 8;
        const int Processes = 200;
        var left = new HashSet<string>[Threads];
        using (var log = new ProcessLog(_directory["run"]))
        {
            await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(() =>
            {
                var random = new Random(thread);
                var running = left[thread] = new(StringComparer.Ordinal);
                for (var process = 0; process < Processes; process++)
                {
                    var mark = $"{thread}-{process}";
                    log.Announce(mark);
                    log.Enter(Environment.ProcessId, mark);
                    running.Add(mark);
                    if (random.Next(3) > 0)
                    {
                        var ended = running.ElementAt(random.Next(running.Count));
                        log.Leave(ended);
                        running.Remove(ended);
                    }
                }
            }))).Soon();
        }

        var told = StartedProcess.Running(File.ReadAllLines(_directory[$"run/{ProcessLog.FileName}"]));

        Assert.Equal(left.SelectMany(static running => running).Order(StringComparer.Ordinal), told.Select(static process => process.Mark).Order(StringComparer.Ordinal));
        Assert.All(told, static process => Assert.True(process.IsRunning));
    }

    [Fact]
    public void Where_nothing_runs_any_more_nothing_is_left_behind()
    {
        using (var log = new ProcessLog(_directory["run"]))
        {
            log.Announce("a");
            log.Enter(Environment.ProcessId, "a");
            Assert.True(File.Exists(_directory[$"run/{ProcessLog.FileName}"]));
            log.Leave("a");
        }

        Assert.False(Directory.Exists(_directory["run"]));
    }

    [Fact]
    public void What_is_no_line_is_passed_over()
    {
        Assert.Equal(
            [new("b", 2, "s")],
            StartedProcess.Running(["+ a 1 s", "+ b 2 s", "- a", "", "+ c", "+ d x s", "- ", "nonsense", "+ e 5"]));
        Assert.False(new StartedProcess("a", Environment.ProcessId, "-").IsRunning);
    }
}
