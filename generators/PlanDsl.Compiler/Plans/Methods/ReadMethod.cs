using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>A method that an option of a step names, while its plan is being read.</summary>
/// <param name="Role">The option.</param>
/// <param name="Symbol">The method; <see langword="null"/> if there is none that can be meant.</param>
/// <param name="Model">The method as the rules see it.</param>
/// <param name="Spec">The method as the emitter sees it; <see langword="null"/> if there is none.</param>
/// <param name="IsSupported">Whether its types can be judged.</param>
internal sealed record ReadMethod(MethodRole Role, IMethodSymbol? Symbol, MethodModel Model, MethodSpec? Spec, bool IsSupported);
