using System.Text.Json;

namespace PlanDsl.Cli.Tests;

/// <summary>Journals that a user may read and not write, or not even look at.</summary>
public sealed class ReadOnlyJournalTests : IDisposable
{
    private const UnixFileMode Nobody = UnixFileMode.None;
    private const UnixFileMode Reading = UnixFileMode.UserRead | UnixFileMode.UserExecute;
    private const UnixFileMode All = Reading | UnixFileMode.UserWrite;

    private readonly PlanFolder _folder = new();

    private string Place => Path.Combine(_folder.Path, "kept");

    public void Dispose()
    {
        Allow(All);
        _folder.Dispose();
    }

    [Theory]
    [InlineData("journal.db")]
    [InlineData("runs/")]
    public async Task A_journal_that_may_only_be_read_is_read(string journal)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var path = await RecordAsync(journal);
        var files = FilesOf();
        Allow(Reading);

        foreach (var line in (string[])["runs", "status latest", "steps latest", "events latest", "logs latest before"])
        {
            var told = await ToolProcess.RunOrdinarilyAsync(_folder.Path, [.. line.Split(' '), "--journal", path]);
            Assert.True(told is { ExitCode: 0, Error: "", Output.Length: > 0 }, $"{line}: {told}");
        }

        var refused = await ToolProcess.RunOrdinarilyAsync(_folder.Path, "signal", "latest", "approve", "--journal", path);
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Single(refused.Error.TrimEnd('\n').Split('\n'));
        Assert.Equal(files, FilesOf());
    }

    // The file alone: beside it something could be written.
    [Fact]
    public async Task A_database_that_may_only_be_read_is_read_and_nothing_left_beside_it()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var path = await RecordAsync("journal.db");
        var files = FilesOf();
        File.SetUnixFileMode(path, UnixFileMode.UserRead);

        var told = await ToolProcess.RunOrdinarilyAsync(_folder.Path, "status", "latest", "--journal", path);

        Assert.Equal((0, ""), (told.ExitCode, told.Error));
        Assert.Equal(files, FilesOf());
    }

    // As a process leaves it that dies, and as somebody may have copied it.
    [Fact]
    public async Task Of_a_database_that_may_only_be_read_what_is_not_taken_into_it_is_read_too_or_it_is_refused()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Directory.CreateDirectory(Place);
        var path = Path.Combine(Place, "journal.db");
        using (var process = ToolProcess.Start(_folder, "run", _folder.Write("lasting.plan.json", """{ "plan_id": "lasting", "steps": [ { "id": "lasts", "command": "sleep", "args": ["1000"] } ] }"""), "--format", "jsonl", "--journal", path))
        {
            await process.ReadUntilAsync("step_started");
            while (!(await ToolRun.OfAsync("steps", "latest", "--journal", path)).Output.Contains("lasts  running", StringComparison.Ordinal))
                await Task.Yield();
            await process.KillAsync();
        }

        Assert.True(new FileInfo(path + "-wal").Length > 0);
        Allow(Reading);
        var told = await ToolProcess.RunOrdinarilyAsync(_folder.Path, "steps", "latest", "--journal", path);
        Assert.Equal((0, ""), (told.ExitCode, told.Error));
        Assert.Contains("lasts  interrupted", told.Output, StringComparison.Ordinal);

        Allow(All);
        File.Delete(path + "-shm");
        Allow(Reading);
        var refused = await ToolProcess.RunOrdinarilyAsync(_folder.Path, "steps", "latest", "--journal", path);
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.EndsWith($" {path}-wal holds what is not in the file yet, and to read it another has to be written beside it: copy both to where this user may write, and read them there.\n", refused.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("journal.db")]
    [InlineData("runs/")]
    public async Task A_journal_that_may_not_be_looked_at_is_not_said_to_be_missing(string journal)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var path = await RecordAsync(journal);
        Allow(Nobody);

        var refused = await ToolProcess.RunOrdinarilyAsync(_folder.Path, "runs", "--journal", path);

        Assert.Equal(new(2, "", $"plandsl: Journal '{path.TrimEnd('/')}' may not be looked at by this user; have its owner grant the right to read it, and to enter the directories that lead there.\n"), refused);
    }

    [Fact]
    public async Task The_journal_of_a_directory_that_may_not_be_looked_at_is_not_said_to_be_missing()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Assert.Equal(0, (await ToolProcess.RunAsync(_folder, "run", _folder.Write("diamond.plan.json", SomePlans.Diamond))).ExitCode);
        var path = Path.Combine(_folder.Path, ".plandsl");
        File.SetUnixFileMode(path, Nobody);
        try
        {
            var refused = await ToolProcess.RunOrdinarilyAsync(_folder.Path, "runs");

            Assert.Equal(new(2, "", $"plandsl: Journal '{Path.Combine(path, "journal.db")}' may not be looked at by this user; have its owner grant the right to read it, and to enter the directories that lead there.\n"), refused);
        }
        finally
        {
            File.SetUnixFileMode(path, All);
        }
    }

    [Fact]
    public async Task Output_that_may_not_be_looked_at_is_not_said_to_be_none()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var path = await RecordAsync("journal.db");
        File.SetUnixFileMode(path + "-output", Nobody);

        var refused = await ToolProcess.RunOrdinarilyAsync(_folder.Path, "logs", "latest", "before", "--journal", path);

        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Matches($"^plandsl: '{path}-output/[0-9a-f]{{32}}' may not be looked at by this user; have its owner grant the right to read it\\.\n$", refused.Error);
    }

    private async Task<string> RecordAsync(string journal)
    {
        Directory.CreateDirectory(Place);
        var path = Path.Combine(Place, journal);
        var plan = _folder.Write("waiting.plan.json", JournaledPlans.Waiting.Replace("done", Path.Combine(_folder.Path, "done"), StringComparison.Ordinal));
        Assert.Equal(0, (await ToolProcess.RunAsync(_folder, "run", plan, "--let-go", "--journal", path)).ExitCode);
        return path;
    }

    private List<string> FilesOf() => [.. Directory.EnumerateFileSystemEntries(Place, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private void Allow(UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(Place))
            return;

        // From above when something is granted, from below when it is taken.
        File.SetUnixFileMode(Place, All);
        foreach (var path in Directory.EnumerateFileSystemEntries(Place, "*", SearchOption.AllDirectories).OrderBy(static path => path.Length))
            File.SetUnixFileMode(path, Directory.Exists(path) ? All : All & ~UnixFileMode.UserExecute);
        foreach (var path in Directory.EnumerateFileSystemEntries(Place, "*", SearchOption.AllDirectories).OrderByDescending(static path => path.Length).Append(Place))
            File.SetUnixFileMode(path, Directory.Exists(path) ? mode : mode & ~UnixFileMode.UserExecute);
    }
}
