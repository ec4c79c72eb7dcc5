using System.Collections.Immutable;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Finds plans that share an id, or the class that is declared for them. The first in the order of declaration has it.</summary>
internal static class DuplicateIds
{
    /// <summary>The hint names of the plans whose id or class an earlier one has.</summary>
    public static EquatableArray<string> Among(ImmutableArray<PlanIdentity> plans)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return plans.Where(plan => !taken.Add(plan.Id) || (plan.DeclaredClass is { } type && !taken.Add(type))).Select(static plan => plan.HintName).ToEquatableArray();
    }
}
