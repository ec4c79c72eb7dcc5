namespace PlanDsl;

/// <content>Ends of what a command has written: where they were cut they may begin within a secret.</content>
internal sealed partial class RunSecrets
{
    /// <summary>An end of what a command has written, without the end of one of them with which it begins because it was cut there.</summary>
    public string WithoutTorn(string tail) => tail[EndAtStartOf(tail)..];

    private bool IsInTail(string tail, bool isCut) => IsIn(tail) || (isCut && EndAtStartOf(tail) > 0);

    private string MaskedTail(string tail, bool isCut) => Masked(isCut ? WithoutTorn(tail) : tail);

    // How much of the text is the end of one of them, with all that begins in there.
    private int EndAtStartOf(string tail)
    {
        var end = Values.Length == 0 ? 0 : Values.Max(value => EndOf(value, tail));
        foreach (var value in Values)
        {
            for (var at = tail.IndexOf(value, StringComparison.Ordinal); at >= 0 && at < end; at = tail.IndexOf(value, at + 1, StringComparison.Ordinal))
                end = Math.Max(end, at + value.Length);
        }

        return end;
    }

    private static int EndOf(string value, string tail)
    {
        var length = value.Length - 1;
        while (length > 0 && !tail.AsSpan().StartsWith(value.AsSpan(value.Length - length), StringComparison.Ordinal))
            length--;
        return length;
    }
}
