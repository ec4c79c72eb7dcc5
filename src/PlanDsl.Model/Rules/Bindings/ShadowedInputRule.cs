namespace PlanDsl.Model;

/// <summary>PLAN0206: a result_key is not also the name of an input or a constant, nor a word that begins other references.</summary>
internal sealed class ShadowedInputRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        var areNone = plan.Model.Inputs.IsEmpty && plan.Model.Constants.IsEmpty;
        if (areNone && !plan.Words.HasReservedRoots)
            return;
        var inputs = new HashSet<string>(plan.Model.Inputs.Select(static input => input.Name), StringComparer.Ordinal);
        var constants = new HashSet<string>(plan.Model.Constants.Select(static constant => constant.Name), StringComparer.Ordinal);

        foreach (var step in plan.StepsWith(areNone ? StepAspects.Key : StepAspects.Result))
        {
            var declared = plan.Model.Steps[step];
            if (declared.ResultType is null)
                continue;
            var key = declared.ResultKey;
            if (inputs.Contains(key))
                Add("the name of an input", "give the step another result_key or rename the input");
            else if (constants.Contains(key))
                Add("the name of a binding", "give the step another result_key or rename the binding");
            else if (plan.Words.HasReservedRoots && declared.DeclaredResultKey is not null && ReferenceRoots.IsReserved(key))
                Add("what references to something else begin with", "give the step another result_key");

            void Add(string other, string remedy) =>
                findings.Add(new(RuleIds.ShadowedInput, KeyAnchors.Of(plan.Model, step), [declared.Id, key, other, remedy]));
        }
    }
}
