namespace PlanDsl;

/// <summary>What a worker of an express run is to do next.</summary>
/// <param name="Unit">The unit that is to execute, or why there is none.</param>
/// <param name="Strand">Its execution, if somebody has to keep watch over that.</param>
internal readonly record struct ExpressTurn(int Unit, Strand? Strand = null)
{
    private const int Nothing = -1;
    private const int Ended = -2;

    /// <summary>There is nothing to do.</summary>
    public static ExpressTurn None => new(Nothing);

    /// <summary>The last unit has ended.</summary>
    public static ExpressTurn OfEnd => new(Ended);

    public bool IsUnit => Unit >= 0;

    public bool IsEnd => Unit == Ended;
}
