using System.Runtime.CompilerServices;

namespace PlanDsl.Model;

/// <summary>Judges what the steps of a plan file give to other plan files that they run: PLAN0201 for an input that nobody gives, PLAN0502 for what is no
/// input, PLAN0202 and PLAN0204 for values that cannot be one. Where the file is compiled, the same is said in the same words.</summary>
/// <param name="plan">The plan, with what is known of those that it runs.</param>
/// <param name="map">Where its parts stand.</param>
internal sealed class HandedInputs(PlanAnalysis plan, PlanFileMap map)
{
    private const string With = "with";

    private readonly BoundedFindings _findings = [];

    // By the object that a plan is: to compare what they hold would take as long as to read them.
    private readonly ConditionalWeakTable<PlanModel, TakenInputs> _inputs = new();

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
        var inputs = _inputs.GetValue(target.Plan, _ => new(target, plan.Looks));
        CheckDemanded(step, role, run, target, inputs);
        foreach (var value in run.With)
        {
            EquatableArray<PathSegment> way = [PathSegment.Member(With), PathSegment.Member(value.Name)];
            if (inputs.Find(value.Name) is not { } input)
                ReportNoInput(step, role, value.Name, way, target, inputs);
            else if (input.JsonType is { } type)
                new HandedValueCheck(plan, step, role, input.Name, type).Check(value.Value, (id, start, length, args) => Report(id, map.FindText(step, role, way, start, length), args));
        }
    }

    private void CheckDemanded(int step, MethodRole role, SubPlanModel run, SubPlanTarget target, TakenInputs inputs)
    {
        var given = new HashSet<string>(run.With.Select(static value => value.Name), StringComparer.Ordinal);
        var missing = inputs.Demanded.Count - given.Count(inputs.IsDemanded);
        if (missing == 0)
            return;
        var place = map.FindValue(step, role, [PathSegment.Member(PropertyNames.Plan)]);
        foreach (var name in inputs.Demanded)
        {
            if (given.Contains(name))
                continue;
            if (!_findings.Keeps(RuleIds.UnboundParameter))
            {
                // The others are counted, and not gone through for each of many steps.
                _findings.Omit(RuleIds.UnboundParameter, Anchor.Text(place), missing);
                return;
            }

            Report(RuleIds.UnboundParameter, place, HandedTexts.NotGiven(name, target.PlanId, HandedTexts.PlaceOf(plan.Model.Steps[step].Id, role)));
            missing--;
        }
    }

    private void ReportNoInput(int step, MethodRole role, string name, EquatableArray<PathSegment> way, SubPlanTarget target, TakenInputs inputs)
    {
        var place = map.FindValue(step, role, way, isName: true);
        if (!_findings.Keeps(RuleIds.UnknownProperty))
        {
            _findings.Omit(RuleIds.UnknownProperty, Anchor.Text(place));
            return;
        }

        var meant = inputs.NearestTo(name);
        Report(RuleIds.UnknownProperty, place, HandedTexts.NoInput(name, target.PlanId, HandedTexts.PlaceOf(plan.Model.Steps[step].Id, role), meant, inputs.Names), meant);
    }

    private void Report(string id, TextSpan place, EquatableArray<string> args, string? suggestion = null) =>
        _findings.Add(new(id, Anchor.Text(place), args) { Suggestion = suggestion });
}
