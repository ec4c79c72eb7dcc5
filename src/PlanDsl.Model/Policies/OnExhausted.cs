namespace PlanDsl;

/// <summary>What becomes of a loop that has used up its iterations before its predicate held.</summary>
public enum OnExhausted
{
    /// <summary>It fails, with <c>exhausted</c> for the kind of failure. The default.</summary>
    Fail = 0,

    /// <summary>It succeeds with the result of its last iteration.</summary>
    UseLast = 1,
}
