namespace PlanDsl;

/// <summary>The one slot of steps that execute together, because each reads live what the one before produces. It is theirs as
/// long as one of them executes, or is about to. Used under the coordinator's lock.</summary>
internal sealed class SharedSlot
{
    private int _holders;

    public bool IsHeld => _holders > 0;

    public void Join() => _holders++;

    /// <summary>One of them needs it no longer; whether none does.</summary>
    public bool Leave() => --_holders == 0;
}
