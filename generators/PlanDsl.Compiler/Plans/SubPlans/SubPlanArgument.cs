namespace PlanDsl.Compiler;

/// <summary>What an input of a sub-plan is given.</summary>
/// <param name="Parameter">The index of the step's parameter that is passed on; -1 where the input keeps its default.</param>
/// <param name="Text">It in C#: the parameter's name, escaped, or the default value.</param>
public sealed record SubPlanArgument(int Parameter, string Text);
