using PlanDsl.Model;

namespace PlanDsl;

/// <summary>A condition of a step. Immutable, and shared by all runs.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Condition">The condition.</param>
/// <param name="Variables">The environment variables of its step that have to be known for it.</param>
internal sealed record DecisionCode(CodePlace Place, Expression Condition, EquatableArray<NamedTemplate> Variables)
{
    /// <summary>The one that a step has at a place.</summary>
    public static DecisionCode Of(CodePlace place, StepModel step)
    {
        var condition = step.MethodFor(place.Role)!.Condition!;
        return new(place, condition, DecisionVariables.Of(step, condition));
    }

    /// <summary>Whether it holds.</summary>
    /// <exception cref="InvalidOperationException">It cannot be said.</exception>
    /// <exception cref="BindingException">A variable cannot be filled in.</exception>
    public bool Holds(RunValues run, StepContext context)
    {
        var values = new StepScope(run, Place, context);
        if (!Variables.IsEmpty)
            values.Environment = run.EnvironmentOf(Variables, values);
        return values.Decide(Condition);
    }
}
