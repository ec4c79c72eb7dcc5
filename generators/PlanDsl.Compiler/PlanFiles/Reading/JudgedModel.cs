using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The plan of a file with what is known of it by now: the types of results, and where plans lead back to each other. Its parameters stay
/// those of the file, so that findings have their places in it.</summary>
internal static class JudgedModel
{
    public static PlanModel Of(FilePlanReading plan) => plan.Model with
    {
        Steps = plan.Model.Steps.Select((step, index) => Of(plan, step, index)).ToEquatableArray(),
    };

    private static StepModel Of(FilePlanReading plan, StepModel step, int index)
    {
        var (result, returned) = (plan.Types.ResultOf(index), plan.Types.ReturnedBodyOf(index));
        return step with
        {
            ResultType = result is null ? null : Ref(result),
            ElementResultType = step.Element is null || returned is null ? null : Ref(returned),
            SubPlan = step.SubPlan is { } run ? run with { Recursion = PlanNesting.WayBack(plan.Model.Id, run.Id, plan.Catalog) } : null,
        };
    }

    // JSON is spelled as the rules know it.
    private static TypeRef Ref(CodeType type) =>
        !type.Expression.IsDynamic ? TypeRefs.Of(type) : type.Expression.MayBeNull ? TypeRef.NullableJson : TypeRef.Json;
}
