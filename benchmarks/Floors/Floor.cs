namespace PlanDsl.Benchmarks;

/// <summary>The least that a plan could take for a workload: code written by hand that does what a plan cannot do without.</summary>
/// <param name="Duel">The workload, as a plan and by hand.</param>
/// <param name="With">What the floor does that the code by hand does not.</param>
/// <param name="Run">The floor.</param>
internal sealed record Floor(Duel Duel, string With, Func<Task> Run);
