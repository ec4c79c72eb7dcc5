namespace PlanDsl.Model;

/// <summary>What a step of a plan file does. A property may belong to some of them alone.</summary>
[Flags]
internal enum StepKinds
{
    None = 0,

    /// <summary>It starts a process.</summary>
    Command = 1,

    /// <summary>It calls a method, or what is registered for its name.</summary>
    Call = 2,

    /// <summary>It asks an agent.</summary>
    Agent = 4,

    /// <summary>It has children, which run at once.</summary>
    Parallel = 8,

    /// <summary>It runs another plan.</summary>
    Plan = 16,

    /// <summary>It waits for a signal.</summary>
    Wait = 32,

    /// <summary>Whatever it does.</summary>
    All = Command | Call | Agent | Parallel | Plan | Wait,
}
