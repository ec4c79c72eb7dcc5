using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Which results may be asked for although they are not there, so that the fields that hold them must be able to say so.</summary>
internal sealed class StoredResults
{
    private readonly bool[] _nullable;
    private readonly PlanBindings _bindings;

    public StoredResults(PlanSpec plan, PlanBindings bindings)
    {
        _bindings = bindings;
        _nullable = new bool[plan.Steps.Count];
        for (var step = 0; step < plan.Steps.Count; step++)
        {
            _nullable[step] |= plan.Steps[step].IsOptionalInResults || OptionalResults.IsOptionalToConsumers(plan.Model, bindings, step);
            if (!plan.Model.Steps[bindings.NodeOf(step)].RunsAfterFailures)
                continue;
            foreach (var binding in bindings.BindingsOf(step))
            {
                if (binding.Producer >= 0 && (binding.Parameter.Kind is ParameterKind.Result || IsFanOutOf(plan, binding)))
                    _nullable[binding.Producer] = true;
            }
        }
    }

    // What an outcome asks for may be the results of a fan-out that was never opened.
    private static bool IsFanOutOf(PlanSpec plan, Binding binding) =>
        binding.Parameter.Kind is ParameterKind.Outcome && plan.Model.Steps[binding.Producer].Element is not null;

    /// <summary>Whether the field of <paramref name="step"/> has to be able to be empty.</summary>
    public bool CanBeAbsent(int step) => _nullable[step];

    /// <summary>Whether what a member of a group returns counts only when the group has succeeded and takes it: others may look
    /// while the member, which its group can do without, is still executing.</summary>
    public bool IsTakenByGroup(int step) => _nullable[step] && _bindings.GroupOf(step) >= 0;

    /// <summary>Whether the field of <paramref name="step"/> holds a value type of <paramref name="type"/> within a <see cref="Nullable{T}"/>.</summary>
    public bool IsWrapped(int step, TypeRef type) => _nullable[step] && type is { IsValueType: true, Nullability: Nullability.NotNull };
}
