using System.Runtime.CompilerServices;
using PlanDsl.Sqlite;

namespace PlanDsl.Cli;

/// <summary>Where runs are recorded: a SQLite database, or a directory of JSON Lines. Immutable.</summary>
internal sealed class JournalPlace
{
    private const string Folder = ".plandsl";
    private const string Database = "journal.db";

    private readonly bool _isDefault;

    private JournalPlace(string path, bool isDirectory, bool isDefault = false, string? asked = null)
    {
        _isDefault = isDefault;
        Asked = asked;

        // Without a separator at its end, behind which nothing could be added to the name.
        Path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        IsDirectory = isDirectory;
    }

    /// <summary>The database or the directory.</summary>
    public string Path { get; }

    /// <summary>Whether it is a directory of JSON Lines.</summary>
    public bool IsDirectory { get; }

    /// <summary>The path by which it was asked for; <see langword="null"/> for what is found without one.</summary>
    public string? Asked { get; }

    /// <summary>Where the output of commands is kept, beside what is recorded.</summary>
    public RunFiles Files => new(IsDirectory ? System.IO.Path.Combine(Path, "output") : Path + "-output");

    /// <summary>Where a run is to be recorded, which need not be there yet.</summary>
    /// <param name="asked">The path that was asked for; <see langword="null"/> for the one below the working directory.</param>
    public static JournalPlace ToWrite(string? asked) =>
        asked is not null ? At(asked) : new(System.IO.Path.Combine(Folder, Database), isDirectory: false, isDefault: true);

    /// <summary>Where runs have been recorded.</summary>
    /// <param name="asked">The path that was asked for; <see langword="null"/> for the one below the working directory, or below the
    /// nearest directory around that has one.</param>
    /// <exception cref="UsageException">There is nothing.</exception>
    public static JournalPlace ToRead(string? asked)
    {
        if (asked is not null)
        {
            var place = At(asked);
            return IsThere(place.Path) && Directory.Exists(place.Path) == place.IsDirectory ? place : throw Missing(asked);
        }

        for (var directory = new DirectoryInfo(Environment.CurrentDirectory); directory is not null; directory = directory.Parent)
        {
            var path = System.IO.Path.Combine(directory.FullName, Folder, Database);
            if (IsThere(path))
                return new(path, isDirectory: false);
        }

        throw new UsageException($"No run is recorded in '{Environment.CurrentDirectory}' or above; go to where it was started, or name its journal with --journal PATH.");
    }

    /// <summary>Opens the journal.</summary>
    public IPlanJournal Open(TimeProvider time) => IsDirectory ? new JsonLinesJournal(Path, new() { TimeProvider = time }) : OpenDatabase(time);

    /// <summary>Makes the directory for the first run that is recorded, and keeps what is recorded out of version control.</summary>
    /// <returns>Whether it was not there.</returns>
    public bool Prepare()
    {
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        if (!_isDefault || Directory.Exists(folder))
            return false;
        try
        {
            PrivateDirectory.Create(folder);
            File.WriteAllText(IgnoreFileIn(folder), "*\n");
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The journal says what is wrong there.
            return false;
        }
    }

    /// <summary>Takes the directory away again, if nothing has come to be there.</summary>
    public void Unmake()
    {
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        try
        {
            if (Directory.EnumerateFileSystemEntries(folder).SequenceEqual([IgnoreFileIn(folder)], StringComparer.Ordinal))
                Directory.Delete(folder, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It is in nobody's way.
        }
    }

    private static string IgnoreFileIn(string folder) => System.IO.Path.Combine(folder, ".gitignore");

    // By itself, so that nothing of SQLite is loaded by those who do not ask for it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private SqliteJournal OpenDatabase(TimeProvider time)
    {
        NativeSqlite.Choose();
        return new(Path, new SqliteJournalOptions { TimeProvider = time });
    }

    private static JournalPlace At(string path) =>
        path.Length == 0 ? throw new UsageException("--journal needs a path: of a database file, or of a directory for JSON Lines.")
        : new(path, Directory.Exists(path) || System.IO.Path.EndsInDirectorySeparator(path), asked: path);

    private static bool IsThere(string path)
    {
        try
        {
            return FilePresence.Has(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Journal '{path}' may not be looked at by this user; have its owner grant the right to read it, and to enter the directories that lead there.");
        }
    }

    private static UsageException Missing(string asked) =>
        new($"There is no journal '{asked}'; correct the path, which is relative to {Environment.CurrentDirectory}, or go to where the run was started.");
}
