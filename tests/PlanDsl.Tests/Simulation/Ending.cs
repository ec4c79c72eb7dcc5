namespace PlanDsl.Tests;

/// <summary>How a simulated body ends when nobody asks it to stop.</summary>
internal enum Ending
{
    Returns,
    Throws,

    /// <summary>It throws an OperationCanceledException of its own accord.</summary>
    ThrowsCanceled,
}
