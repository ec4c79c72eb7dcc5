namespace PlanDsl.Testing.Internal;

/// <summary>Where the two sides of a snapshot stand.</summary>
/// <param name="Verified">The file that is committed.</param>
/// <param name="Received">The file that a failing test leaves behind.</param>
internal sealed record SnapshotFiles(string Verified, string Received)
{
    public static SnapshotFiles Beside(string callerFile, string callerMember, string hint)
    {
        var stem = Path.ChangeExtension(callerFile, null) + "." + callerMember;
        if (hint.Length > 0)
            stem += "#" + FileName(hint);
        return new(stem + ".g.verified.cs", stem + ".g.received.cs");
    }

    private static string FileName(string hint)
    {
        var name = hint.EndsWith(".g.cs", StringComparison.Ordinal) ? hint[..^".g.cs".Length] : hint;
        return string.Concat(name.Select(static c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '+' ? c : '_'));
    }
}
