namespace PlanDsl.Tests;

/// <summary>What random plans may hold beside steps, edges, failure policies, bounds on time and retries.</summary>
[Flags]
internal enum SimulatedFeatures
{
    None = 0,
    Conditions = 1,
    RunWhen = 2,
    Fallbacks = 4,
    Compensations = 8,
    StepCancellations = 16,
    Groups = 32,
    FanOuts = 64,
    Loops = 128,
}
