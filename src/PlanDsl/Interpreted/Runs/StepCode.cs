using PlanDsl.Model;

namespace PlanDsl;

/// <summary>A step of an interpreted plan, made ready when the plan is loaded. Immutable, and shared by all runs.</summary>
/// <param name="Index">The index of the step.</param>
/// <param name="Place">What names mean in its body.</param>
/// <param name="Body">What it does; <see langword="null"/> for a group.</param>
internal sealed record StepCode(int Index, CodePlace Place, BodyCode? Body)
{
    /// <summary>Where what it returns is kept.</summary>
    public ResultStorage Storage { get; init; }

    /// <summary>The array whose elements it runs for; <see langword="null"/> for a step that runs once.</summary>
    public Expression? Elements { get; init; }

    /// <summary>Whether it runs for each element of an array.</summary>
    public bool IsFanOut => Elements is not null;

    /// <summary>How the ends of its children make its own, for a group.</summary>
    public ParallelStrategy Strategy { get; init; }

    /// <summary>Whether the results of its children are merged into an object, for a group; otherwise into an array.</summary>
    public bool IsMergedByKey { get; init; }

    /// <summary>Whether its transitions accept no success, so that it cannot leave a result.</summary>
    public bool DropsResult { get; init; }
}
