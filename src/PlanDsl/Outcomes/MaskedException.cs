namespace PlanDsl;

/// <summary>What has been thrown told a secret of the run. This says the same without it.</summary>
/// <param name="message">What it says.</param>
/// <param name="original">What has been thrown, for those who decide by its type what follows. Nobody else may see it, and nothing prints it.</param>
internal sealed class MaskedException(string message, Exception original) : Exception(message)
{
    internal Exception Original => original;

    /// <summary>What has been thrown.</summary>
    public static Exception Seen(Exception exception) => exception is MaskedException masked ? masked.Original : exception;
}
