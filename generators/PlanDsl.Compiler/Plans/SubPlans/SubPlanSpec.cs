using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>How generated code runs the plan of a step.</summary>
/// <param name="Type">The plan's type, fully qualified.</param>
/// <param name="Source">Where the instance comes from.</param>
/// <param name="Member">The name of the member or of the parameter of the primary constructor that holds the instance, escaped;
/// empty where none does.</param>
/// <param name="Arguments">What each input of that plan is given, in their order.</param>
/// <param name="Token">The name of the method's parameter that takes a token, escaped; empty where there is none.</param>
public sealed record SubPlanSpec(string Type, SubPlanSource Source, string Member, EquatableArray<SubPlanArgument> Arguments, string Token)
{
    /// <summary>For the plan of a file of this project, what there is to find its inputs by, which are not known where methods are read:
    /// <see cref="FileSubPlans"/> then says the <see cref="Arguments"/>. <see langword="null"/> for a plan in C#.</summary>
    public SubPlanFile? File { get; init; }
}
