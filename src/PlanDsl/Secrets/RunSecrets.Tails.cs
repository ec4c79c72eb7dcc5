namespace PlanDsl;

/// <content>Ends of what a command has written: where they were cut they may begin within a secret.</content>
internal sealed partial class RunSecrets
{
    /// <summary>An end of what a command has written, without the end of one of them with which it begins because it was cut there.</summary>
    public string WithoutTorn(string tail) => tail[Finder.EndAtStartOf(tail)..];

    private bool IsInTail(string tail, bool isCut) => IsIn(tail) || (isCut && Finder.EndAtStartOf(tail) > 0);

    private string MaskedTail(string tail, bool isCut) => Masked(isCut ? WithoutTorn(tail) : tail);
}
