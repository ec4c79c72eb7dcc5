namespace PlanDsl.Model;

/// <summary>The kinds of part that an <see cref="Anchor"/> can name.</summary>
public enum AnchorKind
{
    /// <summary>The plan or state machine as a whole.</summary>
    Plan,

    /// <summary>A step.</summary>
    Step,

    /// <summary>A parameter of a step.</summary>
    Parameter,

    /// <summary>A transition of a state machine.</summary>
    Transition,

    /// <summary>A state of a state machine.</summary>
    State,

    /// <summary>A trigger of a state machine.</summary>
    Trigger,

    /// <summary>A stretch of the text of a plan file.</summary>
    Text,
}
