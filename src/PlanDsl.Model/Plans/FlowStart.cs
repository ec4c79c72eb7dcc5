namespace PlanDsl.Model;

/// <summary>Finds where the way through a plan with transitions begins.</summary>
public static class FlowStart
{
    /// <summary>The step that no other on the main line leads to; <see langword="null"/> for a plan whose steps wait for what they depend on. Groups
    /// stand behind all others, wherever they stand in the file.</summary>
    /// <param name="plan">The plan.</param>
    public static int? Of(PlanModel plan)
    {
        var isNext = new bool[plan.Steps.Count];
        var hasFlow = false;
        foreach (var step in plan.Steps)
        {
            hasFlow |= step.Flow is not null;
            if (step.Flow is { NextOnMainLine: { } next, IsOffMainLine: false })
                isNext[next] = true;
        }

        for (var step = 0; hasFlow && step < plan.Steps.Count; step++)
        {
            if (plan.Steps[step].Flow is { IsOffMainLine: false } && !isNext[step])
                return step;
        }

        return null;
    }
}
