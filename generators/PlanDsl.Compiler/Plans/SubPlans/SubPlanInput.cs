using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>An input of a plan, as a step sees it that runs that plan.</summary>
/// <param name="Parameter">The parameter of the generated methods that takes it, without the <c>@</c> that C# puts before keywords.</param>
/// <param name="Type">The type of that parameter.</param>
/// <param name="LeftOut">The C# text of what is passed where nothing is given; <see langword="null"/> where a value must be given.</param>
public sealed record SubPlanInput(string Parameter, TypeRef Type, string? LeftOut);
