namespace PlanDsl;

/// <summary>The right to write a run: its lock file, which the system lets go of when the process ends, however it ends; and beside it, for
/// others to read, who holds it.</summary>
internal sealed class RunClaim : IDisposable
{
    private readonly FileStream _lock;
    private readonly string _ownerPath;

    private RunClaim(FileStream held, string ownerPath)
    {
        _lock = held;
        _ownerPath = ownerPath;
    }

    /// <summary>Takes it; <see langword="null"/> if somebody else has it.</summary>
    /// <param name="files">Where the journal keeps what.</param>
    /// <param name="runId">The run.</param>
    /// <param name="presence">The name of this process among those that have claimed runs.</param>
    public static RunClaim? TryTake(JsonLinesFiles files, string runId, string presence)
    {
        FileStream held;
        try
        {
            // Of one that is deleted when it is closed, the runtime makes sure that the file that it has locked is still the one of that name.
            held = new(files.Lock(runId), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException fault) when (FileFaults.IsHeld(fault))
        {
            return null;
        }

        var claim = new RunClaim(held, files.Owner(runId));
        try
        {
            ClaimOwner.Write(claim._ownerPath, presence);
            return claim;
        }
        catch
        {
            claim.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        try
        {
            File.Delete(_ownerPath);
        }
        catch (Exception fault) when (FileFaults.IsOne(fault))
        {
            // What stays is no claim, and the next to take it writes its own there.
        }
        finally
        {
            _lock.Dispose();
        }
    }
}
