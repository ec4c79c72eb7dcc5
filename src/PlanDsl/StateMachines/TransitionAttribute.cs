namespace PlanDsl;

/// <summary>Declares a transition of a <see cref="StateMachineAttribute">state machine</see>.</summary>
/// <param name="from">The state that it leaves: a member of the enum of states.</param>
/// <param name="trigger">What fires it: a member of the enum of triggers.</param>
/// <param name="to">The state that it enters.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class TransitionAttribute(object from, object trigger, object to) : Attribute
{
    /// <summary>The state that it leaves.</summary>
    public object From { get; } = from;

    /// <summary>What fires it.</summary>
    public object Trigger { get; } = trigger;

    /// <summary>The state that it enters.</summary>
    public object To { get; } = to;
}
