using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>Where in a plan an expression or a body stands: what its names mean. Immutable, and shared by all runs.</summary>
/// <param name="Step">The index of the step.</param>
/// <param name="Id">The step's id.</param>
/// <param name="Role">What the step calls it for.</param>
internal sealed record CodePlace(int Step, string Id, MethodRole Role)
{
    /// <summary>The constants of the plan and of the group around the step.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Constants { get; init; }

    /// <summary>Such as <c>step 'fetch'</c>, for messages.</summary>
    public override string ToString() => Role switch
    {
        MethodRole.Fallback => $"the fallback of step '{Id}'",
        MethodRole.Compensate => $"the compensation of step '{Id}'",
        _ => $"step '{Id}'",
    };
}
