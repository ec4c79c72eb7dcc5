namespace PlanDsl.Compiler;

/// <summary>Where the instance of a sub-plan comes from.</summary>
public enum SubPlanSource
{
    /// <summary>From a member of the plan, or from a parameter of its primary constructor.</summary>
    Member,

    /// <summary>It is made anew by a constructor without parameters.</summary>
    New,

    /// <summary>From the services of the run.</summary>
    Services,
}
