namespace PlanDsl.Cli.Tests;

/// <summary>Runs whose journal is deleted by what they run.</summary>
public sealed class LostJournalTests
{
    [Theory]
    [InlineData(".plandsl/journal.db")]
    [InlineData(".plandsl/runs/")]
    public async Task A_run_whose_step_deletes_the_journal_is_not_said_to_be_recorded(string journal)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var runs = new RecordedRuns(journal);
        Directory.CreateDirectory(Path.Combine(runs.Directory, journal.EndsWith('/') ? journal : ".plandsl"));

        var run = await runs.RunAsync("""
            { "plan_id": "clean", "steps": [
              { "id": "clean", "command": "rm", "args": ["-rf", "HERE/.plandsl"] },
              { "id": "after", "command": "touch", "args": ["HERE/done"], "depends_on": ["clean"] } ] }
            """.Replace("HERE", runs.Directory, StringComparison.Ordinal));

        Assert.Equal(1, run.ExitCode);
        Assert.Matches("^plandsl: Run '[0-9a-f]{32}' is not in .* any more: the file was deleted, moved or replaced while the run went on, so that what it does is recorded nowhere\\. Run the plan anew, and keep the journal where nothing cleans it up\\.\n$", run.Error);
        Assert.DoesNotContain("recorded as run", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("journal.db", string.Join(' ', Directory.EnumerateFileSystemEntries(runs.Directory, "*", SearchOption.AllDirectories)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_whose_last_step_deletes_the_journal_is_not_said_to_be_recorded()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var runs = new RecordedRuns();

        var run = await runs.RunAsync("""{ "plan_id": "clean", "steps": [ { "id": "clean", "command": "sh", "args": ["-c", "rm -rf HERE/journal.db*"] } ] }""".Replace("HERE", runs.Directory, StringComparison.Ordinal));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(" any more: the file was deleted", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("recorded as run", run.Output, StringComparison.Ordinal);
    }
}
