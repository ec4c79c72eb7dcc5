using System.Collections.Concurrent;

namespace RepoAudit;

/// <summary>What reading every file once told.</summary>
public sealed record TextScan(IReadOnlyList<TextFile> Files, NoteList Notes, IReadOnlyList<UnreadablePath> Unreadable)
{
    public long Lines => Files.Sum(file => (long)file.Lines);

    public static async Task<TextScan> ReadAsync(Inventory inventory, CancellationToken ct)
    {
        var files = new TextFile?[inventory.Files.Count];
        var notes = new NoteList();
        var unreadable = new ConcurrentBag<UnreadablePath>();
        await Parallel.ForAsync(0, files.Length, ct, (i, token) =>
        {
            var file = inventory.Files[i];
            try
            {
                files[i] = FileReading.Read(inventory, file, notes.Add, token);
            }
            catch (Exception e) when (UnreadablePath.IsCause(e))
            {
                unreadable.Add(UnreadablePath.From(file.Path, e));
            }

            return ValueTask.CompletedTask;
        });
        return new TextScan([.. files.OfType<TextFile>()], notes, [.. unreadable.OrderBy(u => u.Path, StringComparer.Ordinal)]);
    }
}
