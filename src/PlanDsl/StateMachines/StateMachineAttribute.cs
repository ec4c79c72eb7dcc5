namespace PlanDsl;

/// <summary>Declares that a static partial class is a finite state machine: its <see cref="TransitionAttribute"/>s become a
/// table, and the compiler generates <c>TryFire</c>, <c>Permitted</c>, <c>IsTerminal</c> and <c>ToMermaid</c> on it.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StateMachineAttribute : Attribute
{
    /// <summary>The state in which it starts: a member of the enum of states.</summary>
    public object? Initial { get; set; }

    /// <summary>The states in which it may end: members of the enum of states.</summary>
    public object[]? Terminal { get; set; }
}
