namespace PlanDsl.Model;

/// <summary>Judges what the steps of a plan file give to other plan files that they run: PLAN0201 for an input that nobody gives, PLAN0502 for what is no
/// input, PLAN0202 and PLAN0204 for values that cannot be one. Where the file is compiled, the same is said in the same words.</summary>
/// <param name="plan">The plan, with what is known of those that it runs.</param>
/// <param name="map">Where its parts stand.</param>
internal sealed class HandedInputs(PlanAnalysis plan, PlanFileMap map)
{
    private const string With = "with";

    private readonly BoundedFindings _findings = [];

    /// <summary>Finds what is wrong.</summary>
    public IReadOnlyList<Finding> Find()
    {
        foreach (var step in plan.StepsWith(StepAspects.SubPlan))
        {
            foreach (var (role, run) in plan.Model.Steps[step].SubPlans)
            {
                if (run.Target is { Inputs.IsEmpty: false } target)
                    Check(step, role, run, target);
            }
        }

        return _findings;
    }

    private void Check(int step, MethodRole role, SubPlanModel run, SubPlanTarget target)
    {
        var inputs = target.Inputs.ToDictionary(static input => input.Name, StringComparer.Ordinal);
        var given = new HashSet<string>(run.With.Select(static value => value.Name), StringComparer.Ordinal);
        foreach (var input in target.Inputs)
        {
            if (!given.Contains(input.Name) && input.Default is null && input.FromEnvironment is null)
            {
                Report(RuleIds.UnboundParameter, map.FindValue(step, role, [PathSegment.Member(PropertyNames.Plan)]),
                    HandedTexts.NotGiven(input.Name, target.PlanId, HandedTexts.PlaceOf(plan.Model.Steps[step].Id, role)));
            }
        }

        BoundedNearest? nearest = null;
        foreach (var value in run.With)
        {
            EquatableArray<PathSegment> way = [PathSegment.Member(With), PathSegment.Member(value.Name)];
            if (inputs.TryGetValue(value.Name, out var input))
            {
                if (input.JsonType is { } type)
                    new HandedValueCheck(plan, step, role, input.Name, type).Check(value.Value, (id, start, length, args) => Report(id, map.FindText(step, role, way, start, length), args));
                continue;
            }

            var meant = (nearest ??= new(inputs.Keys)).To(value.Name);
            Report(RuleIds.UnknownProperty, map.FindValue(step, role, way, isName: true),
                HandedTexts.NoInput(value.Name, target.PlanId, HandedTexts.PlaceOf(plan.Model.Steps[step].Id, role), meant, target.Inputs.Select(static input => input.Name)), meant);
        }
    }

    private void Report(string id, TextSpan place, EquatableArray<string> args, string? suggestion = null) =>
        _findings.Add(new(id, Anchor.Text(place), args) { Suggestion = suggestion });
}
