using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Passes the parameters of a step on to the inputs of the plan that it runs, by their names, and says where they are not those that the
/// plan has: PLAN0201 and PLAN0202.</summary>
internal static class SubPlanArguments
{
    /// <summary>What each input is given, in their order.</summary>
    public static EquatableArray<SubPlanArgument> Of(EquatableArray<SubPlanParameter> parameters, IReadOnlyList<SubPlanInput> inputs) =>
        inputs.Select(input => parameters.FirstOrDefault(parameter => ReferenceEquals(InputFor(parameter, inputs), input)) is { } given
            ? new SubPlanArgument(given.Ordinal, TypeNames.Escape(given.Name))
            : new(-1, input.LeftOut ?? DefaultValues.Default)).ToEquatableArray();

    /// <summary>What does not fit.</summary>
    /// <param name="step">The index of the step.</param>
    /// <param name="id">Its id.</param>
    /// <param name="plan">The plan that it runs, as messages name it.</param>
    /// <param name="parameters">The parameters of the step's method.</param>
    /// <param name="inputs">The inputs of that plan.</param>
    public static IReadOnlyList<Finding> FaultsOf(int step, string id, string plan, EquatableArray<SubPlanParameter> parameters, IReadOnlyList<SubPlanInput> inputs)
    {
        var findings = new List<Finding>();
        var isMisspelt = false;
        foreach (var parameter in parameters)
        {
            var anchor = Anchor.StepParameter(step, parameter.Ordinal);
            if (InputFor(parameter, inputs) is not { } input)
            {
                isMisspelt = true;
                findings.Add(NoInput(anchor, id, plan, parameter, inputs));
            }
            else if (!parameter.Fits.Contains(TypeNames.Declared(input.Type), StringComparer.Ordinal))
            {
                findings.Add(new(RuleIds.TypeMismatch, anchor.At(PropertyNames.Type),
                    [$"Parameter '{parameter.Name}'", $"step '{id}'", parameter.Display, $"input '{input.Parameter}' of plan '{plan}' is '{input.Type.AnnotatedDisplay}'", "take that"]));
            }
        }

        // Whoever has misspelt one input has left another out.
        if (!isMisspelt && inputs.FirstOrDefault(input => input.LeftOut is null && !parameters.Any(parameter => ReferenceEquals(InputFor(parameter, inputs), input))) is { } missing)
        {
            findings.Add(new(RuleIds.UnboundParameter, Anchor.Step(step).At(PropertyNames.Plan),
                [$"Nothing gives a value to '{missing.Parameter}'", $"input '{missing.Parameter}' of plan '{plan}', run by step '{id}',", $"add a parameter '{missing.Type.AnnotatedDisplay} {missing.Parameter}'"]));
        }

        return findings;
    }

    private static Finding NoInput(Anchor anchor, string id, string plan, SubPlanParameter parameter, IReadOnlyList<SubPlanInput> inputs)
    {
        var remedy = new Nearest(inputs.Select(static input => input.Parameter)).To(parameter.Name) is { } nearest ? $"did you mean '{nearest}'?"
            : inputs.Count == 0 ? "that plan has none, so remove it"
            : $"its inputs are {string.Join(", ", inputs.Select(static input => $"'{input.Parameter}'"))}";
        return new(RuleIds.UnboundParameter, anchor, [$"Plan '{plan}' has no input '{parameter.Name}'", $"parameter '{parameter.Name}' of step '{id}'", remedy])
        {
            Related = [Anchor.Step(anchor.Index).At(PropertyNames.Plan)],
        };
    }

    // 'userID' and 'userId' are one name.
    private static SubPlanInput? InputFor(SubPlanParameter parameter, IReadOnlyList<SubPlanInput> inputs) =>
        inputs.FirstOrDefault(input => input.Parameter == parameter.Name)
        ?? inputs.FirstOrDefault(input => SnakeCase.From(input.Parameter) == SnakeCase.From(parameter.Name));
}
