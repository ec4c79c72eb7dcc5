namespace PlanDsl;

/// <summary>A program whose steps are run by one delegate: for plans that are built at run time, and for tests.</summary>
/// <param name="table">The plan as tables.</param>
/// <param name="invoke">Runs the body of the step with this index, under the token of the attempt. It is called from
/// different threads for different steps.</param>
/// <param name="invokeGoverned">The same for steps with a policy or a context; <see langword="null"/> to have these run
/// by <paramref name="invoke"/> too.</param>
public readonly struct DelegateProgram(
    PlanTable table,
    Func<int, CancellationToken, ValueTask> invoke,
    Func<int, StepContext, ValueTask>? invokeGoverned = null) : IPlanProgram
{
    /// <inheritdoc/>
    public PlanTable Table => table;

    /// <inheritdoc/>
    public ValueTask InvokeAsync(int step, CancellationToken cancellationToken) => invoke(step, cancellationToken);

    /// <inheritdoc/>
    public ValueTask InvokeAsync(int step, StepContext context) =>
        invokeGoverned is null ? invoke(step, context.CancellationToken) : invokeGoverned(step, context);
}
