namespace PlanDsl.Tests;

/// <summary>What a simulated plan calls.</summary>
internal interface ISimulatedBodies
{
    ValueTask InvokeAsync(SimulatedCall call, CancellationToken cancellationToken);

    bool Decide(SimulatedCall call);

    FanOut OpenFanOut(SimulatedCall call);
}
