using System.Collections.Immutable;

namespace PlanDsl.Cli;

/// <summary>What stands for itself in a drawing: a step, or a group with its members.</summary>
/// <param name="Step">The index of the step or group.</param>
/// <param name="Members">The members of the group, in declaration order; empty for a step.</param>
internal readonly record struct DrawnStep(int Step, ImmutableArray<int> Members);
