namespace PlanDsl.Tests;

public sealed class LinuxProcessTests
{
    [Fact]
    public async Task A_process_is_found_under_any_name()
    {
        using var directory = new TempDirectory();
        var gate = await Fifo.CreateAsync(directory, "gate");
        using var hold = gate.Hold();
        using var ready = new CopyGate("\n");
        var program = directory.Link("a) R (b 1 2", "/bin/sh");
        var run = (CommandStart.Of(program, ["-c", "echo $$; read line < \"$1\"", "script", gate.FilePath]) with { StdoutCopy = ready }).RunAsync();
        await ready.Seen;
        var id = int.Parse(ready.Text, System.Globalization.CultureInfo.InvariantCulture);

        var (process, parent) = LinuxProcess.Find(id)!.Value;
        var self = LinuxProcess.Find(Environment.ProcessId)!.Value.Process;
        var mark = Assert.Single(process.ReadMarks());
        // This process is no part of the snapshot, and so has no children in it.
        var snapshot = await LinuxSnapshot.TakeAsync().Soon();

        Assert.Equal(Environment.ProcessId, parent);
        Assert.Equal([process], snapshot.Marked(mark));
        Assert.Empty(snapshot.ChildrenOf(self));
        Assert.Empty(snapshot.ChildrenOf(process));
        hold.Write("go\n"u8);
        await run;
        Assert.NotEqual(process, LinuxProcess.Find(id)?.Process);
        (process with { Start = process.Start + 1 }).Send(LinuxProcess.SigKill);
    }

    [Fact]
    public async Task A_snapshot_shows_what_was_there_when_it_was_asked_for()
    {
        using var directory = new TempDirectory();
        var gate = await Fifo.CreateAsync(directory, "gate");
        using var hold = gate.Hold();
        // Many ask at once, each right after a process of its own has begun; none of these ends before all have their answers.
        const int Count = 20;
        var runs = new Task<CommandResult>[Count];
        var found = await Task.WhenAll(Enumerable.Range(0, Count).Select(async index =>
        {
            var ready = new CopyGate("\n");
            runs[index] = (Commands.Script("echo $PLANDSL_PROCESS; head -c 1 \"$1\"", gate.FilePath) with { StdoutCopy = ready }).RunAsync();
            await ready.Seen;
            var mark = ready.Text.Trim().Split(':')[^1];
            var snapshot = await LinuxSnapshot.TakeAsync().Soon();
            return snapshot.Marked(mark).Any();
        }));
        hold.Write([.. Enumerable.Repeat((byte)'x', Count)]);
        await Task.WhenAll(runs).Soon();

        Assert.DoesNotContain(false, found);
    }

    [Fact]
    public async Task Marks_of_commands_within_commands_add_up()
    {
        var inner = await (CommandStart.Of("printenv", [ProcessMark.Variable]) with { Environment = [new(ProcessMark.Variable, "outer")] }).RunAsync();

        Assert.StartsWith("outer:", inner.Stdout, StringComparison.Ordinal);
    }
}
