namespace PlanDsl.Model;

/// <summary>A transition of a state machine.</summary>
/// <param name="From">The index of the state that it leaves; -1 where what is declared is no state.</param>
/// <param name="Trigger">The index of the trigger that fires it; -1 where what is declared is no trigger.</param>
/// <param name="To">The index of the state that it enters; -1 where what is declared is no state.</param>
public sealed record TransitionModel(int From, int Trigger, int To)
{
    /// <summary>Whether all three parts are known. One that is not whole is in nobody's way: rules and tables pass over it.</summary>
    public bool IsWhole => From >= 0 && Trigger >= 0 && To >= 0;
}
