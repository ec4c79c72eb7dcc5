using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The plan of a file with what is known of it by now: the types of results, and where plans lead back to each other. Its parameters stay
/// those of the file, so that findings have their places in it.</summary>
internal static class JudgedModel
{
    public static PlanModel Of(FilePlanReading plan)
    {
        var known = new Dictionary<string, SubPlanModel>(StringComparer.Ordinal);
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        return plan.Model with { Steps = plan.Model.Steps.Select((step, index) => Of(plan, step, index).WithSubPlans(Known)).ToEquatableArray() };

        SubPlanModel Known(SubPlanModel run)
        {
            if (!known.TryGetValue(run.Id, out var found))
            {
                known.Add(run.Id, found = new(run.Id)
                {
                    Recursion = PlanNesting.WayBack(plan.Model.Id, run.Id, plan.Catalog),
                    Depth = PlanNesting.DepthOf(run.Id, plan.Catalog, depths),
                });
            }

            return run with { Recursion = found.Recursion, Depth = found.Depth };
        }
    }

    private static StepModel Of(FilePlanReading plan, StepModel step, int index)
    {
        var (result, returned) = (plan.Types.ResultOf(index), plan.Types.ReturnedBodyOf(index));
        return step with
        {
            ResultType = result is null ? null : Ref(result),
            ElementResultType = step.Element is null || returned is null ? null : Ref(returned),
        };
    }

    // JSON is spelled as the rules know it.
    private static TypeRef Ref(CodeType type) =>
        !type.Expression.IsDynamic ? TypeRefs.Of(type) : type.Expression.MayBeNull ? TypeRef.NullableJson : TypeRef.Json;
}
