namespace PlanDsl;

/// <summary>Says that what an iteration of a loop had returned is where its body has left it, because that was made again of what its steps had left.</summary>
/// <param name="attempt">The attempt that had returned.</param>
internal sealed class RebuiltResult(StepContext attempt) : ResultExchange(attempt)
{
    /// <summary>The same for a loop of which this is not the last iteration.</summary>
    public bool IsFollowed
    {
        init => IsLast = !value;
    }

    private protected override bool BringsBack => true;

    public override void Of<T>(ref T place)
    {
    }
}
