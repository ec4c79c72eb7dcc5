namespace PlanDsl.Model;

/// <summary>A parameter of a step's body, or of a method that the step calls beside it, and the step whose result it binds.</summary>
/// <param name="Step">The step that calls the method.</param>
/// <param name="Role">What it calls the method for.</param>
/// <param name="Index">The index of the parameter in the method.</param>
/// <param name="Parameter">The parameter.</param>
/// <param name="Producer">The step whose result it binds, or -1 where it binds no result or none that exists.</param>
public readonly record struct Binding(int Step, MethodRole Role, int Index, ParameterModel Parameter, int Producer)
{
    /// <summary>Whether it binds what the body of the same step has returned, just now or in the iteration before, which is no edge.</summary>
    public bool IsOwnResult => Producer == Step && (Parameter.Kind is ParameterKind.Previous || (Role.SeesOwnResult() && Parameter.Kind is ParameterKind.Result));

    /// <summary>The parameter as a part of the plan.</summary>
    public Anchor Anchor => Anchor.StepParameter(Step, Index, Role);
}
