using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>An input while its plan is being read.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Model">The input as the rules see it.</param>
/// <param name="Spec">The input as the emitter sees it.</param>
/// <param name="DeclaredBy">The id of the step that declares it first.</param>
internal sealed record ReadInput(ITypeSymbol Type, InputModel Model, InputSpec Spec, string DeclaredBy);
