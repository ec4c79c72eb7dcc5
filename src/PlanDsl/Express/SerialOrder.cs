namespace PlanDsl;

/// <summary>The order in which one thread runs a plan, in strands. Immutable; made once per plan.</summary>
internal sealed class SerialOrder
{
    private readonly int _lastFork;

    /// <param name="plan">A plan whose strands are its whole order.</param>
    public SerialOrder(PlanTable plan)
    {
        Steps = [.. plan.Strands.SelectMany(static steps => steps)];
        StrandCount = plan.Strands.Length;
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

    /// <summary>Whether, while the step at this place executes, there is or may come to be something to do for another thread.</summary>
    public bool ForksFrom(int place) => place <= _lastFork;
}
