using PlanDsl.Model;

namespace PlanDsl;

/// <summary>Reads which ends of a step its transitions accept.</summary>
internal static class AcceptedEnds
{
    /// <summary>The ends; <see langword="null"/> for all.</summary>
    public static StepEnds? Of(StepModel step)
    {
        if (step.Flow is not { AllowedEvents: { IsEmpty: false } events })
            return null;
        var ends = StepEnds.None;
        foreach (var name in events)
        {
            ends |= name switch
            {
                FlowEvents.Succeeded => StepEnds.Success,
                FlowEvents.ParallelComplete when step.Parallel is not null => StepEnds.Success,
                FlowEvents.Failed => StepEnds.Failure,
                FlowEvents.Timeout or "step_timeout" => StepEnds.Timeout,
                _ => StepEnds.None,
            };
        }

        return ends;
    }
}
