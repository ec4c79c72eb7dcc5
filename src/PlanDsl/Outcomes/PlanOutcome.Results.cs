using System.Diagnostics.CodeAnalysis;

namespace PlanDsl;

/// <summary>How a run with typed results ended. Immutable and thread-safe.</summary>
/// <typeparam name="TResults">The type that holds one member per result_key.</typeparam>
public sealed class PlanOutcome<TResults> : PlanOutcome
{
    internal PlanOutcome(RunIdentity identity, StepTable steps, RunStatus status, StepError? error, TResults? results)
        : base(identity, steps, status, error) => Results = results;

    /// <inheritdoc/>
    [MemberNotNullWhen(true, nameof(Results))]
    public override bool Succeeded => base.Succeeded;

    /// <summary>The results; the default value unless the run succeeded.</summary>
    public TResults? Results { get; }
}
