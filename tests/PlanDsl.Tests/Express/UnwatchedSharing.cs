namespace PlanDsl.Tests;

/// <summary>Who has several threads go on with a run at which one has worked, and when.</summary>
internal enum UnwatchedSharing
{
    /// <summary>That thread, before a body begins.</summary>
    BeforeBody,

    /// <summary>That thread, from within a body.</summary>
    WithinBody,

    /// <summary>Another thread, while a body executes or some time later.</summary>
    AnotherThread,
}
