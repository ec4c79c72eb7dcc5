namespace PlanDsl;

/// <summary>A program whose steps are run by one delegate: for plans that are built at run time, and for tests.</summary>
/// <param name="table">The plan as tables.</param>
/// <param name="invoke">Runs the body of the step with this index, under the token of the attempt. It is called from
/// different threads for different steps.</param>
/// <param name="invokeGoverned">The same for steps with a policy or a context; <see langword="null"/> to have these run
/// by <paramref name="invoke"/> too. It also runs fallbacks and compensations, numbered from the count of the steps on.</param>
/// <param name="decide">Decides conditions and loops by number; <see langword="null"/> where there are none.</param>
/// <param name="openFanOut">Opens the collection of the fan-out with this index; <see langword="null"/> where there are none.</param>
public readonly struct DelegateProgram(
    PlanTable table,
    Func<int, CancellationToken, ValueTask> invoke,
    Func<int, StepContext, ValueTask>? invokeGoverned = null,
    Func<int, StepContext, bool>? decide = null,
    Func<int, FanOut>? openFanOut = null) : IPlanProgram
{
    /// <inheritdoc/>
    public PlanTable Table => table;

    /// <inheritdoc/>
    public ValueTask InvokeAsync(int step, CancellationToken cancellationToken) => invoke(step, cancellationToken);

    /// <inheritdoc/>
    public ValueTask InvokeAsync(int body, StepContext context) =>
        invokeGoverned is null ? invoke(body, context.CancellationToken) : invokeGoverned(body, context);

    /// <inheritdoc/>
    public bool Decide(int decision, StepContext context) =>
        decide is null ? throw new ArgumentOutOfRangeException(nameof(decision)) : decide(decision, context);

    /// <inheritdoc/>
    public FanOut OpenFanOut(int step) =>
        openFanOut is null ? throw new ArgumentOutOfRangeException(nameof(step)) : openFanOut(step);
}
