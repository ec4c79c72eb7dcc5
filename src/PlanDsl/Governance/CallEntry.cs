namespace PlanDsl;

/// <summary>How a call of a step's body by a pipeline begins.</summary>
internal enum CallEntry
{
    /// <summary>As the step's first attempt, which was counted when the step was handed out.</summary>
    First,

    /// <summary>As another attempt, in the slot that the step holds.</summary>
    Another,

    /// <summary>In line: the step has given its slot back, and this call is to ask for one.</summary>
    InLine,

    /// <summary>Not before something changes.</summary>
    Later,

    /// <summary>Not at all: the pipeline has come to its end, or nothing is to follow any more.</summary>
    Never,
}
