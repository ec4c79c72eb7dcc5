using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Which steps have a member in <c>Results</c>.</summary>
internal static class ResultMembers
{
    /// <summary>How many are set at once. The JIT does not optimise a method that sets thousands of them.</summary>
    public const int MostAtOnce = 64;

    /// <summary>The steps, in declaration order. In an invalid plan names may be missing, reserved or taken twice; the first has one.</summary>
    public static IEnumerable<int> Of(PlanSpec plan)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var step = 0; step < plan.Steps.Count; step++)
        {
            var spec = plan.Steps[step];
            if (plan.Model.Steps[step].ResultType is not null && spec.MemberAccessibility.Length > 0
                && spec.Member.Length > 0 && !ReservedNames.IsReservedMember(spec.Member) && taken.Add(spec.Member))
                yield return step;
        }
    }
}
