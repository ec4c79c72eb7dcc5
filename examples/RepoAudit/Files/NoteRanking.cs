namespace RepoAudit;

public sealed record NoteRanking(int Total, IReadOnlyList<Note> First)
{
    public const int Most = 100;
}
