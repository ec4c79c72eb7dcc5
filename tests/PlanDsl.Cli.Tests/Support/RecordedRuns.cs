namespace PlanDsl.Cli.Tests;

/// <summary>Calls of the tool about the runs of one journal, in a directory of its own.</summary>
internal sealed class RecordedRuns : IDisposable
{
    private readonly PlanFolder _folder = new();

    public RecordedRuns(string journal = "journal.db") => Journal = Path.Combine(_folder.Path, journal);

    /// <summary>Where the runs are recorded.</summary>
    public string Journal { get; }

    /// <summary>The directory.</summary>
    public string Directory => _folder.Path;

    /// <summary>Calls the tool.</summary>
    public Task<ToolRun> CallAsync(params string[] args) => ToolRun.OfAsync([.. args, "--journal", Journal]);

    /// <summary>Calls the tool for what has to succeed.</summary>
    /// <returns>What it wrote.</returns>
    public async Task<string> AskAsync(params string[] args)
    {
        var run = await CallAsync(args);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run.Output;
    }

    /// <summary>Writes a plan and runs it.</summary>
    public Task<ToolRun> RunAsync(string plan, params string[] args) => CallAsync(["run", Write(plan), .. args]);

    /// <summary>Writes a plan.</summary>
    /// <returns>The path of its file.</returns>
    public string Write(string plan, string name = "test.plan.json") => _folder.Write(name, plan);

    /// <summary>The text of every file beside the plan and of the journal, as bytes one to one.</summary>
    public string AllBytes() => string.Concat(System.IO.Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories)
        .Where(static path => !path.EndsWith(".plan.json", StringComparison.Ordinal)).Select(static path => File.ReadAllText(path, System.Text.Encoding.Latin1)));

    public void Dispose() => _folder.Dispose();
}
