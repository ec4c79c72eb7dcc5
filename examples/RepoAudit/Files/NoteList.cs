namespace RepoAudit;

/// <summary>The first so many notes in the order of paths and lines, and how many there are in all. Safe for many threads.</summary>
public sealed class NoteList
{
    public const int MostKept = 5_000;

    private readonly SortedSet<Note> _kept = new(InOrder);
    private readonly Lock _lock = new();

    private static readonly Comparer<Note> InOrder = Comparer<Note>.Create(static (a, b) =>
        string.CompareOrdinal(a.Path, b.Path) is not 0 and var byPath ? byPath
        : a.Line != b.Line ? a.Line.CompareTo(b.Line)
        : string.CompareOrdinal(a.Marker, b.Marker));

    public int Total { get; private set; }

    public void Add(Note note)
    {
        lock (_lock)
        {
            Total++;
            if (_kept.Add(note) && _kept.Count > MostKept)
                _kept.Remove(_kept.Max!);
        }
    }

    /// <summary>Notes in the files that are changed most come first: they are met most often.</summary>
    public NoteRanking RankBy(FileChanges? changes)
    {
        var weight = changes?.Files.ToDictionary(file => file.Path, file => file.Changes, StringComparer.Ordinal) ?? [];
        return new(Total, [.. _kept.OrderByDescending(note => weight.GetValueOrDefault(note.Path)).Take(NoteRanking.Most)]);
    }
}
