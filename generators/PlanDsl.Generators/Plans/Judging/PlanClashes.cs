using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>The plans that cannot be told from others: by their hint names. Of several plans, the first in the order of declaration has its id and its
/// class. The analyzer reports the same.</summary>
/// <param name="Ids">Those whose id an earlier one has.</param>
/// <param name="Classes">Those for which no class can be declared, because there is one of that name.</param>
internal sealed record PlanClashes(EquatableArray<string> Ids, EquatableArray<string> Classes)
{
    /// <summary>The classes that would be declared for plan files, and that their author has declared.</summary>
    public static EquatableArray<string> Authored(ImmutableArray<PlanIdentity> plans, Compilation compilation) => plans
        .Select(static plan => plan.DeclaredClass).OfType<string>()
        .Where(type => AuthoredNames.Contain(compilation, type))
        .ToEquatableArray();

    /// <summary>Finds them.</summary>
    /// <param name="plans">All plans.</param>
    /// <param name="authored">What <see cref="Authored"/> says of them.</param>
    public static PlanClashes Among(ImmutableArray<PlanIdentity> plans, EquatableArray<string> authored)
    {
        var (ids, classes) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(authored, StringComparer.Ordinal));
        var (clashingIds, clashingClasses) = (new List<string>(), new List<string>());
        foreach (var plan in plans)
        {
            if (!ids.Add(plan.Id))
                clashingIds.Add(plan.HintName);
            if (plan.DeclaredClass is { } type && !classes.Add(type))
                clashingClasses.Add(plan.HintName);
        }

        return new(clashingIds.ToEquatableArray(), clashingClasses.ToEquatableArray());
    }
}
