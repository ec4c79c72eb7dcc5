using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>A step while its plan is being read: the only place where the model and the symbols it came from are together.</summary>
/// <param name="Method">The method; <see langword="null"/> for a parallel group.</param>
/// <param name="Result">The type of its result; <see langword="null"/> if it has none.</param>
/// <param name="Model">The step as the rules see it.</param>
/// <param name="Spec">The step as the emitter sees it.</param>
/// <param name="IsSupported">Whether its types can be judged: a signature that cannot be generated is one mistake, not several.</param>
/// <param name="IsUnresolved">Whether a type in its signature, or a name in its attributes, does not exist.</param>
/// <param name="Rejected">Where names in its attributes do not exist.</param>
internal sealed record ReadStep(IMethodSymbol? Method, ITypeSymbol? Result, StepModel Model, StepSpec Spec, bool IsSupported, bool IsUnresolved, HashSet<Anchor> Rejected)
{
    /// <summary>What one call of its body returns, which for a fan-out is one of the results; <see langword="null"/> if it has none.</summary>
    public ITypeSymbol? Returned { get; init; } = Result;

    /// <summary>The methods that its options name.</summary>
    public IReadOnlyList<ReadMethod> Methods { get; init; } = [];

    /// <summary>The parameters of its body, then those of each method that an option names, and what they bind.</summary>
    public IEnumerable<(IParameterSymbol Symbol, ParameterModel Model, MethodRole Role)> Parameters
    {
        get
        {
            for (var index = 0; index < Model.Parameters.Count; index++)
                yield return (Method!.Parameters[index], Model.Parameters[index], MethodRole.Body);
            foreach (var method in Methods)
            {
                for (var index = 0; index < method.Model.Parameters.Count; index++)
                    yield return (method.Symbol!.Parameters[index], method.Model.Parameters[index], method.Role);
            }
        }
    }

    /// <summary>The step with its parameters, and those of the methods that its options name, changed.</summary>
    public ReadStep With(Func<IParameterSymbol, ParameterModel, MethodRole, ParameterModel> change)
    {
        var methods = Methods.Select(method => method with { Model = method.Model with { Parameters = Changed(method.Symbol, method.Model.Parameters, method.Role) } }).ToArray();
        return this with
        {
            Methods = methods,
            Model = Model with
            {
                Parameters = Changed(Method, Model.Parameters, MethodRole.Body),
                When = ModelFor(MethodRole.When),
                RepeatUntil = ModelFor(MethodRole.RepeatUntil),
                Fallback = ModelFor(MethodRole.Fallback),
                Compensate = ModelFor(MethodRole.Compensate),
            },
        };

        MethodModel? ModelFor(MethodRole role) => methods.FirstOrDefault(method => method.Role == role)?.Model;

        EquatableArray<ParameterModel> Changed(IMethodSymbol? method, EquatableArray<ParameterModel> parameters, MethodRole role) =>
            parameters.Select((parameter, index) => change(method!.Parameters[index], parameter, role)).ToEquatableArray();
    }
}
