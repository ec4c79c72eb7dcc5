using System.Diagnostics;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>Processes that have outlived the one which started them for a run.</summary>
public sealed class SurvivorTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly List<Process> _started = [];

    public void Dispose()
    {
        foreach (var process in _started)
        {
            process.Kill();
            process.Dispose();
        }

        _directory.Dispose();
    }

    [Fact]
    public async Task A_process_that_runs_is_ended_with_what_it_has_started()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var (process, mark) = Start("sleep 1000 & echo $!; wait");
        var child = int.Parse(await process.StandardOutput.ReadLineAsync().Soon() ?? "", System.Globalization.CultureInfo.InvariantCulture);
        Log(process.Id, mark);

        await EndAsync(TimeProvider.System);

        await process.WaitForExitAsync().Soon();
        Assert.Null(LinuxProcess.Find(child));
        Assert.False(File.Exists(_directory[ProcessLog.FileName]));
    }

    [Fact]
    public async Task What_is_left_of_a_process_that_has_ended_is_ended()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var (process, mark) = Start("setsid sleep 1000 > /dev/null & echo $!");
        Log(process.Id, mark);
        var child = int.Parse(await process.StandardOutput.ReadLineAsync().Soon() ?? "", System.Globalization.CultureInfo.InvariantCulture);
        await process.WaitForExitAsync().Soon();

        await EndAsync(TimeProvider.System);

        Assert.Null(LinuxProcess.Find(child));
    }

    [Fact]
    public async Task One_that_does_not_heed_being_asked_is_killed_in_the_end()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var (process, mark) = Start("trap '' TERM; echo ready; while :; do sleep 1000; done");
        await process.StandardOutput.ReadLineAsync().Soon();
        Log(process.Id, mark);
        var time = new ManualTimeProvider();

        var ending = EndAsync(time);
        while (!ending.IsCompleted)
        {
            await Task.WhenAny(ending, time.WhenTimerIsDueIn(TimeSpan.FromMilliseconds(10))).Soon();
            time.Advance(CommandRunner.KillGrace);
        }

        await ending;
        await process.WaitForExitAsync().Soon();
    }

    [Fact]
    public async Task What_has_ended_for_the_run_and_what_only_has_its_number_are_left_in_peace()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var (ended, mark) = Start("echo ready; sleep 1000");
        await ended.StandardOutput.ReadLineAsync().Soon();
        var (other, _) = Start("echo ready; sleep 1000");
        await other.StandardOutput.ReadLineAsync().Soon();
        _directory.Write(ProcessLog.FileName, $"+ {mark} {ended.Id} {StartedProcess.StartOf(ended.Id)}\n- {mark}\n+ someothermark {other.Id} 0/1\n+ torn {ended.Id}");

        await EndAsync(TimeProvider.System);

        Assert.NotNull(LinuxProcess.Find(ended.Id));
        Assert.NotNull(LinuxProcess.Find(other.Id));
    }

    [Fact]
    public async Task A_run_that_is_resumed_ends_them_first()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var (process, mark) = Start("echo ready; sleep 1000");
        await process.StandardOutput.ReadLineAsync().Soon();
        var files = new RunFiles(_directory.Root);
        var journal = new MemoryJournal();
        var plan = InterpretedPlan.Parse("""{ "plan_id": "p", "steps": [ { "id": "w", "wait": { "signal": "go" } }, { "id": "a", "command": "echo", "depends_on": ["w"] } ] }""", "p.plan.json", new() { Files = files });
        var run = plan.Start(options: new() { Journal = journal, RunId = "run-1" });
        await run.WhenStatus("w", StepStatus.Waiting);
        Assert.True(await run.TryLetGoAsync().Soon());
        using (var log = new ProcessLog(files.DirectoryOf("run-1")))
        {
            log.Announce(mark);
            log.Enter(process.Id, mark);
        }

        var resumed = await plan.ResumeAsync("run-1", new() { Journal = journal }).Soon();

        Assert.Null(LinuxProcess.Find(process.Id));
        resumed.Signal("go");
        Assert.True((await resumed.Completion.Soon()).Succeeded);
    }

    [Fact]
    public async Task A_run_that_has_started_nothing_has_no_survivors() => await EndAsync(TimeProvider.System);

    private async Task EndAsync(TimeProvider time) => Assert.Null(await Survivors.EndAsync(_directory[ProcessLog.FileName], time).Soon().ConfigureAwait(false));

    private void Log(int processId, string mark)
    {
        using var log = new ProcessLog(_directory.Root);
        log.Announce(mark);
        log.Enter(processId, mark);
    }

    private (Process Process, string Mark) Start(string script)
    {
        var start = new ProcessStartInfo("sh") { RedirectStandardOutput = true, ArgumentList = { "-c", script } };
        var mark = ProcessMark.AddTo(start.Environment);
        var process = Process.Start(start)!;
        _started.Add(process);
        return (process, mark);
    }
}
