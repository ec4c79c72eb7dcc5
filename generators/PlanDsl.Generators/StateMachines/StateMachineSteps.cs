namespace PlanDsl.Generators;

/// <summary>The tracking names of the state machine generator's steps.</summary>
public static class StateMachineSteps
{
    /// <summary>Attributed classes as specs.</summary>
    public const string Read = "StateMachines.Read";

    /// <summary>Those that can be extended.</summary>
    public const string Extend = "StateMachines.Extend";
}
