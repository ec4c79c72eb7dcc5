namespace PlanDsl;

/// <summary>Files that runs keep beside their journal, in a directory for each run: the complete output of its commands, and which processes
/// they are, so that whoever goes on with the run finds those that have outlived the process which started them.</summary>
/// <remarks>
/// <para>Immutable and thread-safe. A run makes its directory when the first command starts, and a file when the first byte comes. What its
/// secrets are never gets there.</para>
/// <para>The files of a step are named after its path, its attempt and the pipe: <c>build.1.stdout</c>, <c>build.1.stderr</c>; those of what
/// stands in for it or undoes it <c>build.2.fallback.stdout</c> and <c>build.1.compensate.stdout</c>. A character that is no letter, digit, hyphen
/// or underscore is spelled by its code, as in addresses: <c>each%5b3%5d.1.stdout</c>. An attempt whose output is made again has its files made anew.</para>
/// </remarks>
public sealed class RunFiles
{
    /// <summary>Files in a directory, which is made when it is needed.</summary>
    /// <param name="directory">The directory, such as <c>journal.db-output</c> beside <c>journal.db</c>.</param>
    public RunFiles(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        Directory = Path.GetFullPath(directory);
    }

    /// <summary>Where the directories of runs are.</summary>
    public string Directory { get; }

    /// <summary>How many bytes of what a command writes to one of its pipes are kept; of more, the first, and a line that says so. 16 MiB by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public long MaxBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 16 * 1024 * 1024;

    /// <summary>The directory of a run, whether or not it is there.</summary>
    /// <param name="runId">The run's id.</param>
    public string DirectoryOf(string runId) => Path.Combine(Directory, RunFileName.Of(runId));

    /// <summary>Deletes what a run has kept. Has no effect on one that has kept nothing.</summary>
    /// <param name="runId">The run's id.</param>
    /// <exception cref="IOException">A file is in use.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not.</exception>
    public void Delete(string runId)
    {
        try
        {
            System.IO.Directory.Delete(DirectoryOf(runId), recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
        }
    }

    /// <summary>The output that is kept of a run, by paths, attempts and pipes.</summary>
    /// <exception cref="UnauthorizedAccessException">This user may not look.</exception>
    internal IReadOnlyList<OutputFile> OutputOf(string runId)
    {
        var directory = DirectoryOf(runId);
        return FilePresence.Has(directory)
            ? [.. System.IO.Directory.EnumerateFiles(directory).Select(OutputFile.TryParse).OfType<OutputFile>().OrderBy(static file => file.StepPath, StringComparer.Ordinal)
                .ThenBy(static file => file.Attempt).ThenBy(static file => file.Role).ThenBy(static file => file.IsError)]
            : [];
    }

    /// <summary>Ends the processes that are left of a run whose process has died.</summary>
    /// <exception cref="JournalException">It is not known which these are, or one cannot be ended.</exception>
    internal async Task EndSurvivorsAsync(string runId, TimeProvider time)
    {
        var log = Path.Combine(DirectoryOf(runId), ProcessLog.FileName);
        try
        {
            if (await Survivors.EndAsync(log, time).ConfigureAwait(false) is { } left)
                throw new JournalException($"Process {left} was started for run '{runId}' by a process that has died, and cannot be ended. End it, then resume the run.");
        }
        catch (Exception fault) when (FileFaults.IsOne(fault))
        {
            throw JournalFaults.OfFile($"Which processes are left of run '{runId}' cannot be read from {log}", fault);
        }
    }
}
