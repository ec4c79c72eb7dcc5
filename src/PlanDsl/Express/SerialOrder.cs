namespace PlanDsl;

/// <summary>The order in which one thread runs a plan, in strands. Made once per plan.</summary>
/// <remarks>Immutable, but for what runs note of each other, which any of them may find late.</remarks>
internal sealed class SerialOrder
{
    private readonly int _lastFork;
    private readonly int[] _firstPlaces;
    private readonly bool[] _hasRun;

    /// <param name="plan">A plan whose strands are its whole order.</param>
    public SerialOrder(PlanTable plan)
    {
        Steps = [.. plan.Strands.SelectMany(static steps => steps)];
        StrandCount = plan.Strands.Length;
        _hasRun = new bool[StrandCount];
        _firstPlaces = new int[StrandCount];
        for (var (strand, place) = (0, 1); strand < StrandCount; place += plan.Strands[strand++].Length)
            _firstPlaces[strand] = place;
        _lastFork = plan.MaxParallel == 1 ? 0 : Steps.Length - 1;
        while (_lastFork > 0 && plan.SuccessorsOf(Steps[_lastFork - 1]).Contains(Steps[_lastFork]))
            _lastFork--;
    }

    /// <summary>The steps in this order; the place of the first is 1.</summary>
    public int[] Steps { get; }

    /// <summary>How many strands they are divided into.</summary>
    public int StrandCount { get; }

    /// <summary>Whether a second thread could ever be of use.</summary>
    public bool HasForks => _lastFork > 0;

    /// <summary>The place of a strand's first step.</summary>
    public int FirstPlaceOf(int strand) => _firstPlaces[strand];

    /// <summary>Notes that a strand has come to its end; whether one has done so before.</summary>
    public bool NoteRun(int strand)
    {
        var hadRun = _hasRun[strand];
        if (!hadRun)
            _hasRun[strand] = true;
        return hadRun;
    }

    /// <summary>Whether, while the step at this place executes, there is or may come to be something to do for another thread.</summary>
    public bool ForksFrom(int place) => place <= _lastFork;
}
