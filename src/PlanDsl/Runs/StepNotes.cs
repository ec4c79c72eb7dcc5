namespace PlanDsl;

/// <summary>What is worth saying of few steps.</summary>
[Flags]
internal enum StepNotes : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The step was ended before its body had returned.</summary>
    Abandoned = 1,

    /// <summary>The step has failed, and its policy bears with that.</summary>
    Tolerated = 2,

    /// <summary>The step was skipped because the way through the plan does not lead to it.</summary>
    OffBranch = 4,

    /// <summary>The step has not succeeded, though its body has returned.</summary>
    Returned = 8,
}
