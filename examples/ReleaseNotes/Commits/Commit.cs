namespace ReleaseNotes.Commits;

/// <summary>A commit as the notes tell it.</summary>
/// <param name="Hash">Its short hash.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Kind">What it changes.</param>
/// <param name="Text">What its author says of it, without the kind.</param>
public sealed record Commit(string Hash, string Author, ChangeKind Kind, string Text)
{
    /// <summary>Reads a line of <c>git log --format=%h%x09%an%x09%s</c>, whose subject may begin with <c>feat:</c>, <c>fix:</c> or, for what breaks
    /// something, <c>feat!:</c>.</summary>
    /// <param name="line">The line.</param>
    public static Commit Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var parts = line.Split('\t', 3);
        var subject = parts[2].Split(": ", 2);
        if (subject.Length < 2)
            return new(parts[0], parts[1], ChangeKind.Other, parts[2]);
        var kind = subject[0] switch
        {
            [.., '!'] => ChangeKind.Breaking,
            "feat" => ChangeKind.Feature,
            "fix" => ChangeKind.Fix,
            _ => ChangeKind.Other,
        };
        return new(parts[0], parts[1], kind, subject[1]);
    }
}
