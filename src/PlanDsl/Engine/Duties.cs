namespace PlanDsl;

/// <summary>What is left to do when the coordinator's critical section is over, because it runs code that is not ours or
/// may take its time.</summary>
[Flags]
internal enum Duties
{
    /// <summary>Nothing, as after most completions.</summary>
    None = 0,

    /// <summary>Bring another thread of the pool in.</summary>
    QueueWorker = 1,

    /// <summary>Cancel the token of the bodies that are executing.</summary>
    CancelBodies = 2,

    /// <summary>End the run: nothing is left to execute.</summary>
    End = 4,

    /// <summary>Give the bodies that are executing, and that only the run watches over, a while to return.</summary>
    StartGrace = 16,

    /// <summary>Go on with steps whose parts have moved, and take a step only then.</summary>
    MoveParts = 8,
}
