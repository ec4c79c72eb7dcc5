namespace PlanDsl.Tests;

internal static class TaskExtensions
{
    // Only a run that hangs ever waits so long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Task Soon(this Task task) => task.WaitAsync(Patience);

    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(Patience);

    /// <summary>The statuses by step id, such as <c>a=Succeeded b=Skipped</c>.</summary>
    public static string Statuses(this PlanOutcome outcome) => outcome.Steps.Statuses();

    /// <summary>The statuses by step id, those of children in brackets, such as <c>g=Partial(a=Failed b=Succeeded)</c>.</summary>
    public static string Tree(this IEnumerable<StepOutcome> steps) => string.Join(
        ' ', steps.Select(static step => $"{step.Id}={step.Status}{(step.Children.Count == 0 ? "" : $"({step.Children.Tree()})")}"));

    public static IEnumerable<StepOutcome> Sorted(this IEnumerable<StepOutcome> steps) => steps.OrderBy(static step => step.Id, StringComparer.Ordinal);

    public static string Statuses(this IEnumerable<StepOutcome> steps) => string.Join(' ', steps.Select(static step => $"{step.Id}={step.Status}"));
}
