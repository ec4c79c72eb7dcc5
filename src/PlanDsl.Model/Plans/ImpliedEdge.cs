namespace PlanDsl.Model;

/// <summary>An edge to a step that is neither a binding nor an explicit dependency.</summary>
/// <param name="Producer">The step that must end first.</param>
/// <param name="Anchor">The part of the plan that says so.</param>
public readonly record struct ImpliedEdge(int Producer, Anchor Anchor);
