namespace PlanDsl.Benchmarks;

/// <summary>Code written by hand that does something which a plan does as well, and what the plan is compared with leaves out: like for like,
/// and a bound only where the plan is slower.</summary>
/// <param name="Duel">The workload, as a plan and by hand.</param>
/// <param name="With">What it does that the code by hand does not, or how it does it.</param>
/// <param name="Run">The code.</param>
internal sealed record Floor(Duel Duel, string With, Func<Task> Run)
{
    /// <summary>How long the plan may take, as a multiple of this; null where nothing has been set.</summary>
    public double? Most { get; init; }
}
