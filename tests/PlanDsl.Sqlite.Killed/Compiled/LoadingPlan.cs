namespace PlanDsl.Tests;

/// <summary>What <see cref="FreightPlan"/> tries again: it breaks in the first round, and has a loop and a fan-out that are longer in that than in the second.</summary>
[Plan(Id = "loading", Resumable = true)]
internal sealed partial class LoadingPlan(KilledBodies bodies)
{
    [Step]
    private Task<int> OpenAsync([Input] string port, StepContext context) => bodies.EnterAsync(context);

    [Step(RepeatUntil = nameof(IsBalanced), MaxIterations = 4)]
    private Task<int> BalanceAsync(int open, [Previous] int? left, StepContext context) => bodies.WorkAsync(context, (left ?? 3 - open) - 1);

    private static bool IsBalanced(int balance) => balance == 0;

    [Step]
    private Task<string[]> CratesAsync(int open, StepContext context) => bodies.WorkAsync<string[]>(context, open == 1 ? ["tea", "ink"] : ["tea and ink"]);

    [Step]
    private Task<string> StowAsync([Each("crates")] string crate, StepContext context) => bodies.WorkAsync(context, $"{crate} below");

    [Step]
    private Task<string> SealAsync([Input] string port, int open, int balance, string[] stow, StepContext context) =>
        open == 1 ? bodies.BreakAsync<string>(context) : bodies.WorkAsync(context, $"{stow.Length + balance} from {port}");
}
