namespace PlanDsl.Generators;

/// <summary>The names of the tracked steps of <see cref="StateMachineGenerator"/>.</summary>
internal static class StateMachineSteps
{
    /// <summary>A class has been read as a state machine.</summary>
    public const string Read = "StateMachine.Read";

    /// <summary>A state machine, and whether it can be used.</summary>
    public const string Judge = "StateMachine.Judge";

    /// <summary>A state machine for which source is emitted.</summary>
    public const string Emit = "StateMachine.Emit";
}
