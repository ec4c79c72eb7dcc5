using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>Processes that hold a command's output when the command itself has ended.</summary>
public sealed class StragglerTests
{
    [Fact]
    public async Task A_straggler_is_waited_for_a_moment_and_then_left_in_peace()
    {
        using var directory = new TempDirectory();
        var gate = await Fifo.CreateAsync(directory, "gate");
        var answer = await Fifo.CreateAsync(directory, "answer");
        var time = new ManualTimeProvider();
        using var copy = new MemoryStream();
        var command = Commands.Script("(read line < \"$1\"; echo late; echo alive > \"$2\") & echo done", gate.FilePath, answer.FilePath) with { StdoutCopy = copy };

        var run = command.RunAsync(time);
        await time.WhenTimerIsDueIn(CommandRunner.StragglerWait).Soon();
        Assert.False(run.IsCompleted);
        time.Advance(CommandRunner.StragglerWait);

        Assert.Equal("done", (await run).Stdout);
        var alive = answer.ReadToEndAsync();
        await File.WriteAllTextAsync(gate.FilePath, "go\n");
        Assert.Equal("alive\n", await alive.Soon());
        Assert.Equal("done\n", System.Text.Encoding.UTF8.GetString(copy.ToArray()));
    }

    [Fact]
    public async Task What_a_straggler_writes_in_time_belongs_to_the_output()
    {
        using var directory = new TempDirectory();
        var gate = await Fifo.CreateAsync(directory, "gate");
        var time = new ManualTimeProvider();

        var run = Commands.Script("(read line < \"$1\"; echo late) & echo done", gate.FilePath).RunAsync(time);
        await time.WhenTimerIsDueIn(CommandRunner.StragglerWait).Soon();
        await File.WriteAllTextAsync(gate.FilePath, "go\n");

        Assert.Equal("done\nlate", (await run).Stdout);
    }

    [Fact]
    public async Task What_the_command_has_written_is_read_to_the_last_byte_however_late()
    {
        // The reader is held up by its copy until the wait is over; a pipe full of output is then still unread.
        using var copy = new HeldStream();
        var time = new ManualTimeProvider();
        var run = (Commands.Script("sleep 100 & echo $!; head -c 60000 /dev/zero | tr '\\0' x; echo end") with { StdoutCopy = copy }).RunAsync(time);
        await time.WhenTimerIsDueIn(CommandRunner.StragglerWait).Soon();
        time.Advance(CommandRunner.StragglerWait);
        copy.Release();

        var result = await run;

        var lines = result.Stdout.Split('\n');
        Assert.Equal(60003, lines[1].Length);
        Assert.EndsWith("xend", result.Stdout, StringComparison.Ordinal);
        await CommandStart.Of("kill", [lines[0]]).RunAsync();
    }

    private sealed class HeldStream : MemoryStream
    {
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Release() => _released.SetResult();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => await _released.Task;
    }
}
