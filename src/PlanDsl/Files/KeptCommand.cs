namespace PlanDsl;

/// <summary>A command whose output is kept in files while it runs.</summary>
internal sealed class KeptCommand : IDisposable
{
    private readonly OutputLog _stdout;
    private readonly OutputLog _stderr;

    public KeptCommand(CommandStart command, ProcessLog processes, OutputLog stdout, OutputLog stderr)
    {
        (_stdout, _stderr) = (stdout, stderr);
        Start = command with { StdoutCopy = stdout, StderrCopy = stderr, Processes = processes };
    }

    /// <summary>What is started.</summary>
    public CommandStart Start { get; }

    public void Dispose()
    {
        _stdout.Dispose();
        _stderr.Dispose();
    }
}
