using System.ComponentModel;

namespace PlanDsl;

/// <summary>What the engine runs: a table, and how to invoke the steps that it numbers. Generated code implements it with
/// a struct, so that the engine is specialised for the plan; <see cref="DelegateProgram"/> implements it with a delegate.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public interface IPlanProgram
{
    /// <summary>The plan as tables.</summary>
    PlanTable Table { get; }

    /// <summary>Runs the body of a step and keeps its result where the steps that bind it find it. The engine calls it when
    /// all predecessors have ended, at most once at a time for a step, and for different steps from different threads.</summary>
    /// <param name="step">The index of the step.</param>
    /// <param name="cancellationToken">The token of this attempt.</param>
    /// <returns>A task that ends when the body has returned. It must be awaited exactly once.</returns>
    ValueTask InvokeAsync(int step, CancellationToken cancellationToken);

    /// <summary>Runs the body of a step that has the trait <see cref="Model.StepTraits.Governed"/>, once per attempt; otherwise as
    /// <see cref="InvokeAsync(int, CancellationToken)"/>, which is not called for such a step.</summary>
    /// <param name="step">The index of the step.</param>
    /// <param name="context">The attempt.</param>
    /// <returns>A task that ends when the body has returned. It must be awaited exactly once.</returns>
    ValueTask InvokeAsync(int step, StepContext context);
}
