namespace PlanDsl;

/// <summary>How the delay before a retry grows.</summary>
public enum RetryBackoff
{
    /// <summary>Every delay is the same. The default.</summary>
    Constant = 0,

    /// <summary>Each delay is about twice the one before, with jitter, up to the greatest that is allowed.</summary>
    Exponential = 1,
}
