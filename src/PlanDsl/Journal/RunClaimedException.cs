namespace PlanDsl;

/// <summary>Somebody executes a run, and nobody else may.</summary>
public sealed class RunClaimedException : JournalException
{
    /// <summary>Somebody executes the run.</summary>
    /// <param name="runId">The run's id.</param>
    /// <param name="journal">The journal, such as <c>journal runs.db</c>.</param>
    /// <param name="owner">Who does; <see langword="null"/> if that could not be found out.</param>
    public RunClaimedException(string runId, string journal, RunOwner? owner)
        : base($"Run '{runId}' in {journal} is executed by {Subject(owner)}. Wait for it to end, cancel it, or end that process: its claim ends with it.")
    {
        RunId = runId;
        Owner = owner;
    }

    /// <summary>The run's id.</summary>
    public string RunId { get; }

    /// <summary>Who executes it; <see langword="null"/> if that could not be found out.</summary>
    public RunOwner? Owner { get; }

    private static string Subject(RunOwner? owner) => owner switch
    {
        null => "another process",
        _ when owner == RunOwner.Current => $"this process ({owner})",
        _ => owner.ToString(),
    };
}
