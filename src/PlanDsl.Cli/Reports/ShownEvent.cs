namespace PlanDsl.Cli;

/// <summary>Events for those who read them: where a secret was left out of what is recorded, they see that it was.</summary>
internal static class ShownEvent
{
    public static PlanEvent Of(PlanEvent happened) => happened switch
    {
        RunCreatedEvent { Inputs: { } inputs } created => created with { Inputs = RunSecrets.ShownHidden(inputs) },
        SignalReceivedEvent { Value: { } value } signal => signal with { Value = RunSecrets.ShownHidden(value) },
        StepSucceededEvent { Result: { } result } succeeded => succeeded with { Result = RunSecrets.ShownHidden(result) },
        StepCancelledEvent { Result: { } result } cancelled => cancelled with { Result = RunSecrets.ShownHidden(result) },
        _ => happened,
    };
}
