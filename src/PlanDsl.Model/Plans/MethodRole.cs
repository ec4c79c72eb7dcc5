namespace PlanDsl.Model;

/// <summary>What a step calls a method for.</summary>
public enum MethodRole
{
    /// <summary>It is the step itself.</summary>
    Body,

    /// <summary>It says whether the step is to run.</summary>
    When,

    /// <summary>It says whether a loop may end.</summary>
    RepeatUntil,

    /// <summary>It takes the place of a body that has failed.</summary>
    Fallback,

    /// <summary>It undoes what the body has done.</summary>
    Compensate,
}
