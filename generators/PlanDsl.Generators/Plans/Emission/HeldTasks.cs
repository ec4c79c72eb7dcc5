using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>The steps of which the state holds the task that the body returned, and not its result: then nobody has to wait for that
/// in order to put it there. They are those of which nobody asks for the result before the step has succeeded.</summary>
internal sealed class HeldTasks
{
    private readonly bool[] _isHeld;

    public HeldTasks(PlanSpec plan, StateNames names)
    {
        _isHeld = new bool[plan.Steps.Count];
        if (!plan.Model.Steps.All(step => AsksForNoMoreThanToBeCalled(plan.Model, step)))
            return;
        for (var step = 0; step < _isHeld.Length; step++)
        {
            _isHeld[step] = plan.Steps[step] is { Returns: ReturnKind.AwaitableValue, IsValueTask: false }
                && plan.Model.Steps[step].ResultType is not null && names.OfResult(step).Length > 0 && !names.Stored.CanBeAbsent(step);
        }

        // What a strand has waited for it has at hand, and a value is smaller.
        foreach (var step in names.Strands.SelectMany(static steps => steps))
            _isHeld[step] = false;
    }

    /// <summary>Whether the field of a step holds its task.</summary>
    public bool Has(int step) => _isHeld[step];

    /// <summary>The type of that field.</summary>
    public static string TypeOf(TypeRef result) =>
        $"global::System.Threading.Tasks.Task<{TypeTexts.Static(TypeTexts.Declared(result))}>?";

    private static bool AsksForNoMoreThanToBeCalled(PlanModel plan, StepModel step) =>
        step is { Parallel: null, Group: null } && (!step.IsGovernedIn(plan) || step.IsBoundedIn(plan));
}
