using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>A command that is cancelled ends with all that it has started.</summary>
public sealed class CommandCancellationTests
{
    [Fact]
    public async Task Nothing_is_started_for_a_token_that_is_cancelled()
    {
        using var directory = new TempDirectory();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CommandStart.Of("touch", [directory["file"]]).RunAsync(new(canceled: true)));

        Assert.False(File.Exists(directory["file"]));
    }

    [Fact]
    public async Task Cancellation_ends_the_whole_tree()
    {
        using var directory = new TempDirectory();
        var held = await Fifo.CreateAsync(directory, "held");
        using var ready = new CopyGate("ready");
        using var cancellation = new CancellationTokenSource();
        // The sleeping grandchild holds the named pipe until it ends.
        var command = Commands.Script("sh -c 'exec 3>\"$1\"; echo ready; sleep 100; echo no >&3' inner \"$1\"; echo no", held.FilePath) with { StdoutCopy = ready };
        var ended = held.ReadToEndAsync();

        var run = command.RunAsync(new ManualTimeProvider(), cancellation.Token);
        await ready.Seen;
        await cancellation.CancelAsync();

        var fault = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Equal(cancellation.Token, fault.CancellationToken);
        Assert.Equal("", await ended.Soon());
        Assert.Equal("ready\n", ready.Text);
    }

    [Fact]
    public async Task A_command_that_is_asked_to_end_may_tidy_up()
    {
        using var directory = new TempDirectory();
        using var ready = new CopyGate("ready");
        using var cancellation = new CancellationTokenSource();
        var command = Commands.Script("trap 'echo tidied > \"$1\"; exit 0' TERM; echo ready; sleep 100 & wait", directory["file"]) with { StdoutCopy = ready };

        var run = command.RunAsync(new ManualTimeProvider(), cancellation.Token);
        await ready.Seen;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Equal("tidied\n", await File.ReadAllTextAsync(directory["file"]));
    }

    [Fact]
    public async Task A_tree_that_does_not_heed_is_ended_after_the_grace()
    {
        using var directory = new TempDirectory();
        var held = await Fifo.CreateAsync(directory, "held");
        using var ready = new CopyGate("ready");
        using var cancellation = new CancellationTokenSource();
        var time = new ManualTimeProvider();
        var command = Commands.Script("trap '' TERM; exec 3>\"$1\"; echo ready; while true; do sleep 100; done", held.FilePath) with { StdoutCopy = ready };
        var ended = held.ReadToEndAsync();

        var run = command.RunAsync(time, cancellation.Token);
        await ready.Seen;
        await cancellation.CancelAsync();
        await time.WhenTimerIsDueIn(CommandRunner.KillGrace).Soon();
        Assert.False(run.IsCompleted);
        time.Advance(CommandRunner.KillGrace);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Equal("", await ended.Soon());
    }

    [Theory]
    [InlineData("an orphan in a session of its own", "(setsid sh -c \"$2\" inner \"$1\" >/dev/null 2>&1 &);")]
    [InlineData("one that clears its environment", "env -i PATH=\"$PATH\" sh -c \"$2\" inner \"$1\" >/dev/null 2>&1 &")]
    public async Task Descendants_that_went_their_own_way_are_ended_too(string what, string start)
    {
        Assert.NotEmpty(what);
        using var directory = new TempDirectory();
        var held = await Fifo.CreateAsync(directory, "held");
        var up = await Fifo.CreateAsync(directory, "up");
        using var ready = new CopyGate("ready");
        using var cancellation = new CancellationTokenSource();
        var inner = $"trap '' TERM; exec 3>\"$1\"; echo up >'{up.FilePath}'; while true; do sleep 100; done";
        var command = Commands.Script($"{start} cat '{up.FilePath}'; echo ready; sleep 100", held.FilePath, inner) with { StdoutCopy = ready };
        var ended = held.ReadToEndAsync();

        var run = command.RunAsync(new ManualTimeProvider(), cancellation.Token);
        await ready.Seen;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Equal("", await ended.Soon());
    }

    [Fact]
    public async Task Two_hundred_are_ended_at_once()
    {
        const int Count = 200;
        using var arrivals = new CountdownStream(Count);
        using var cancellation = new CancellationTokenSource();
        var command = Commands.Script("echo up; sleep 100; echo no") with { StdoutCopy = arrivals };

        var runs = Enumerable.Range(0, Count).Select(_ => command.RunAsync(cancellation.Token)).ToArray();
        await arrivals.AllHaveWritten;
        await cancellation.CancelAsync();

        foreach (var run in runs)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public async Task A_process_that_has_ended_keeps_its_result()
    {
        using var cancellation = new CancellationTokenSource();
        var time = new ManualTimeProvider();
        // The straggler holds the output, so that the command is still waited for when it is cancelled.
        var run = Commands.Script("echo done; sleep 100 & echo $! >&2").RunAsync(time, cancellation.Token);
        await time.WhenTimerIsDueIn(CommandRunner.StragglerWait).Soon();
        await cancellation.CancelAsync();

        var result = await run;

        Assert.Equal("done", result.Stdout);
        await CommandStart.Of("kill", [result.Stderr]).RunAsync();
    }

    [Fact]
    public async Task A_process_that_has_failed_when_it_is_cancelled_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        using var written = new CopyGate("\n");
        var time = new ManualTimeProvider();
        var run = (Commands.Script("sleep 100 & echo $!; exit 3") with { StdoutCopy = written }).RunAsync(time, cancellation.Token);
        await time.WhenTimerIsDueIn(CommandRunner.StragglerWait).Soon();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        await CommandStart.Of("kill", [written.Text.Trim()]).RunAsync();
    }

    // By the keyboard, or by a signal to a whole group of processes.
    [Theory]
    [InlineData(130)]
    [InlineData(143)]
    public async Task A_process_that_was_interrupted_waits_for_the_cancellation_that_comes_with_it(int exitCode)
    {
        using var cancellation = new CancellationTokenSource();
        var time = new ManualTimeProvider();
        var run = Commands.Script(FormattableString.Invariant($"exit {exitCode}")).RunAsync(time, cancellation.Token);
        await time.WhenTimerIsDueIn(CommandRunner.InterruptWait).Soon();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public async Task Where_none_comes_an_interrupted_process_has_failed()
    {
        var time = new ManualTimeProvider();
        var run = Commands.Script("exit 130").RunAsync(time);
        await time.WhenTimerIsDueIn(CommandRunner.InterruptWait).Soon();
        time.Advance(CommandRunner.InterruptWait);

        Assert.Equal(130, (await Assert.ThrowsAsync<ExitCodeException>(() => run)).ExitCode);
    }

    [Fact]
    public async Task A_copy_that_throws_ends_the_command_and_is_what_it_fails_with()
    {
        using var closed = new MemoryStream();
        closed.Close();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => (Commands.Script("echo text; sleep 100") with { StdoutCopy = closed }).RunAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => (Commands.Script("echo text >&2") with { StderrCopy = closed }).RunAsync());
    }

    [Fact]
    public async Task Commands_that_are_cancelled_at_any_moment_end()
    {
        var random = new Random(7);
        for (var round = 0; round < 40; round++)
        {
            using var cancellation = new CancellationTokenSource();
            var spins = random.Next(2_000_000);
            var run = Commands.Script("sleep 0.01 & echo text; wait").RunAsync(cancellation.Token);
            Thread.SpinWait(spins);
            await cancellation.CancelAsync();

            try
            {
                Assert.Equal("text", (await run).Stdout);
            }
            catch (OperationCanceledException fault)
            {
                Assert.Equal(cancellation.Token, fault.CancellationToken);
            }
        }
    }
}
