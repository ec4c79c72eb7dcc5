namespace PlanDsl;

/// <summary>A journal could not do what was asked of it. The message names the journal, what went wrong and what to do about it.</summary>
public class JournalException : Exception
{
    /// <summary>Something went wrong.</summary>
    /// <param name="message">What, where, and what to do about it.</param>
    /// <param name="innerException">What the storage has said.</param>
    public JournalException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
