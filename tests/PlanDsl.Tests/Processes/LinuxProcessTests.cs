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

        var (process, parent) = Assert.Single(LinuxProcess.All(), entry => entry.Process.Id == id);

        Assert.Equal(Environment.ProcessId, parent);
        Assert.Equal(process, LinuxProcess.Find(id));
        Assert.True(process.HasInEnvironment(ProcessMark.Variable));
        Assert.False(process.HasInEnvironment("no such text in any environment"));
        hold.Write("go\n"u8);
        await run;
        Assert.NotEqual(process, LinuxProcess.Find(id));
        (process with { Start = process.Start + 1 }).Send(LinuxProcess.SigKill);
    }

    [Fact]
    public async Task Marks_of_commands_within_commands_add_up()
    {
        var inner = await (CommandStart.Of("printenv", [ProcessMark.Variable]) with { Environment = [new(ProcessMark.Variable, "outer")] }).RunAsync();

        Assert.StartsWith("outer:", inner.Stdout, StringComparison.Ordinal);
    }
}
