using System.Text.Json;

namespace PlanDsl.Cli;

/// <summary>Events for those who read them: where a secret was left out of what is recorded, they see that it was.</summary>
internal static class ShownEvent
{
    public static PlanEvent Of(PlanEvent happened) => happened switch
    {
        RunCreatedEvent created => created with { Inputs = Shown(created.Inputs), FromEnvironment = Shown(created.FromEnvironment) },
        RunResumedEvent { FromEnvironment: { } values } resumed => resumed with { FromEnvironment = RunSecrets.ShownHidden(values) },
        SignalReceivedEvent { Value: { } value } signal => signal with { Value = RunSecrets.ShownHidden(value) },
        StepSucceededEvent { Result: { } result } succeeded => succeeded with { Result = RunSecrets.ShownHidden(result) },
        StepCancelledEvent { Result: { } result } cancelled => cancelled with { Result = RunSecrets.ShownHidden(result) },
        _ => happened,
    };

    private static JsonElement? Shown(JsonElement? recorded) => recorded is { } value ? RunSecrets.ShownHidden(value) : null;
}
