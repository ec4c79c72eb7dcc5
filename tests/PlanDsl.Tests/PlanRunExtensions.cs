using System.Reactive.Linq;
using System.Reactive.Threading.Tasks;

namespace PlanDsl.Tests;

internal static class PlanRunExtensions
{
    /// <summary>Waits until a step has this status, or has had it.</summary>
    public static Task WhenStatus(this PlanRun run, string step, StepStatus status) =>
        run.Events.OfType<StepEvent>()
            .FirstAsync(happened => happened.StepPath == step && StatusAfter(happened) == status)
            .ToTask()
            .Soon();

    private static StepStatus StatusAfter(StepEvent happened) => happened switch
    {
        StepStartedEvent => StepStatus.Running,
        StepSucceededEvent or CompensationStartedEvent or CompensationSucceededEvent or CompensationFailedEvent => StepStatus.Succeeded,
        StepFailedEvent => StepStatus.Failed,
        StepSkippedEvent => StepStatus.Skipped,
        StepWaitingEvent => StepStatus.Waiting,
        StepTimeoutEvent or StepRetryEvent or StepFallbackEvent or StepProgressEvent or StepHeartbeatEvent => StepStatus.Running,
        _ => StepStatus.Cancelled,
    };
}
