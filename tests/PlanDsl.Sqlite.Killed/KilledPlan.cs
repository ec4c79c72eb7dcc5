namespace PlanDsl.Tests;

/// <summary>A plan whose runs are killed, whichever way it came about.</summary>
/// <param name="start">Begins a run.</param>
/// <param name="resume">Goes on with one.</param>
internal sealed class KilledPlan(Func<PlanOptions, PlanRun> start, Func<string, PlanOptions, Task<PlanRun>> resume)
{
    /// <summary>One whose runs are of a type of their own.</summary>
    public static KilledPlan Of<TRun>(Func<PlanOptions, TRun> start, Func<string, PlanOptions, Task<TRun>> resume) where TRun : PlanRun =>
        new(start, async (runId, options) => await resume(runId, options).ConfigureAwait(false));

    public PlanRun Start(PlanOptions options) => start(options);

    /// <exception cref="RunNotFoundException">It has not begun.</exception>
    /// <exception cref="RunCompletedException">It has ended.</exception>
    public Task<PlanRun> ResumeAsync(string runId, PlanOptions options) => resume(runId, options);
}
