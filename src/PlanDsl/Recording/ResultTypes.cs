namespace PlanDsl;

/// <summary>Sees of what types results are.</summary>
internal sealed class ResultTypes() : ResultExchange(attempt: null)
{
    /// <summary>The type of the result that was visited last; <see langword="null"/> for none.</summary>
    public Type? Visited { get; private set; }

    public override void Of<T>(ref T place) => Visited = typeof(T);
}
