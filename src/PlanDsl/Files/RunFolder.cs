namespace PlanDsl;

/// <summary>The directory of one run while that goes on. Thread-safe.</summary>
/// <param name="files">Where it is, and how much goes into it.</param>
/// <param name="runId">The run's id.</param>
internal sealed class RunFolder(RunFiles files, string runId) : IDisposable
{
    private readonly string _directory = files.DirectoryOf(runId);

    /// <summary>Where it is written down which processes run.</summary>
    public ProcessLog Processes { get; } = new(files.DirectoryOf(runId));

    /// <summary>A command that keeps what it writes.</summary>
    /// <param name="command">The command.</param>
    /// <param name="attempt">The attempt that runs it.</param>
    public KeptCommand Keep(CommandStart command, StepContext attempt)
    {
        var role = RoleOf(attempt);
        var secrets = attempt.Run.Secrets?.InBytes;
        return new(command, Processes, Open(isError: false), Open(isError: true));

        OutputLog Open(bool isError) =>
            new(Path.Combine(_directory, OutputFile.NameOf(attempt.StepPath, attempt.Attempt, role, isError)), files.MaxBytes, secrets is null ? null : new(secrets));
    }

    public void Dispose() => Processes.Dispose();

    private static OutputRole RoleOf(StepContext attempt) =>
        attempt.Unit.Steps.CompensationOf(attempt.Unit.Entry) is not null ? OutputRole.Compensate
        : attempt.IsFallback ? OutputRole.Fallback
        : OutputRole.Body;
}
