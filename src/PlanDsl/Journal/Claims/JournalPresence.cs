namespace PlanDsl;

/// <summary>A file that this process holds as long as it has claimed runs in a journal. By it others see that the process is alive: the
/// system lets go of it when the process ends, however it ends.</summary>
/// <remarks>The name of the file is never used again, so one that is not held is that of somebody dead, for ever. To create a file and to
/// lock it are two steps: whoever deletes locks first and deletes before letting go, and whoever creates looks, having locked, whether
/// the file is still there.</remarks>
internal sealed class JournalPresence : IDisposable
{
    private const string Extension = ".process";
    private const string BellExtension = ".bell";

    private readonly string _directory;
    private readonly FileStream _held;

    private JournalPresence(string directory, string id, FileStream held)
    {
        _directory = directory;
        Id = id;
        _held = held;
    }

    /// <summary>Names it among those of the journal.</summary>
    public string Id { get; }

    /// <summary>The name of its bell, which lies beside it: whoever writes that file wants this process to look for requests.</summary>
    public string BellName => Id + BellExtension;

    /// <summary>Whether others find it: it may have been taken away, with the journal.</summary>
    public bool IsThere => File.Exists(_held.Name);

    /// <summary>Makes one in a directory.</summary>
    public static JournalPresence In(string directory)
    {
        while (true)
        {
            // Whoever has made it for nothing takes it away again.
            Directory.CreateDirectory(directory);
            var id = Guid.NewGuid().ToString("N");
            if (TryHold(PathOf(directory, id), FileMode.CreateNew) is not { } held)
                continue;
            if (File.Exists(held.Name))
                return new(directory, id, held);
            held.Dispose();
        }
    }

    /// <summary>Whether one is there, and its process alive. It may say so of a dead one that is being swept away at this moment.</summary>
    public static bool IsAlive(string directory, string id)
    {
        var path = PathOf(directory, id);
        try
        {
            // Those who only look share the file, so that none sees another.
            using var look = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
            return false;
        }
        catch (IOException fault) when (FileFaults.IsHeld(fault))
        {
            return File.Exists(path);
        }
        catch (UnauthorizedAccessException)
        {
            // Somebody has claimed runs of whom this user may not know more; nobody is said to be dead who may be alive.
            return true;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Takes away those that the dead have left.</summary>
    public static void Sweep(string directory)
    {
        foreach (var path in Directory.EnumerateFiles(directory, "*" + Extension))
        {
            using var held = TryHold(path, FileMode.Open);
            if (held is not null)
                File.Delete(Path.ChangeExtension(path, BellExtension));
        }
    }

    /// <summary>Has the process of one look for requests.</summary>
    public static void Ring(string directory, string id)
    {
        try
        {
            File.WriteAllBytes(Path.Combine(directory, id + BellExtension), [1]);
        }
        catch (Exception fault) when (FileFaults.IsOne(fault))
        {
            // It looks by itself now and then.
        }
    }

    public void Dispose()
    {
        try
        {
            File.Delete(Path.Combine(_directory, BellName));
        }
        catch (Exception fault) when (FileFaults.IsOne(fault))
        {
            // It rings for nobody any more.
        }

        _held.Dispose();
    }

    /// <summary>The file, which is deleted when it is let go of; <see langword="null"/> if somebody else holds it, or it is gone.</summary>
    private static FileStream? TryHold(string path, FileMode mode)
    {
        try
        {
            return new(path, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException fault) when (FileFaults.IsHeld(fault) || fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static string PathOf(string directory, string id) => Path.Combine(directory, id + Extension);
}
