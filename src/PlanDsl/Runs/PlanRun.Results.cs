namespace PlanDsl;

/// <summary>A run of a plan with typed results. Thread-safe.</summary>
/// <typeparam name="TResults">The type that holds one member per result_key.</typeparam>
public abstract class PlanRun<TResults> : PlanRun
{
    private protected PlanRun()
    {
    }

    /// <inheritdoc cref="PlanRun.Completion"/>
    public new abstract Task<PlanOutcome<TResults>> Completion { get; }

    /// <summary>Waits for the run and returns its results.</summary>
    /// <exception cref="PlanFailedException">The run failed.</exception>
    /// <exception cref="PlanCanceledException">The run was cancelled.</exception>
    public abstract Task<TResults> GetResultsAsync();
}
