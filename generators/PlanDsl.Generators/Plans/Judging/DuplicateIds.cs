using System.Collections.Immutable;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Finds plans that share an id. The first in the order of declaration has it.</summary>
internal static class DuplicateIds
{
    /// <summary>The hint names of the plans whose id an earlier one has.</summary>
    public static EquatableArray<string> Among(ImmutableArray<PlanIdentity> plans)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return plans.Where(plan => !taken.Add(plan.Id)).Select(static plan => plan.HintName).ToEquatableArray();
    }
}
