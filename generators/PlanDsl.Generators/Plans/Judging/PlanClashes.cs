using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>The plans that cannot be told from others: by their hint names. Of several plans, the first in the order of declaration has its id and its
/// class, but of several files the one that is called after the id goes before others. The analyzer reports the same.</summary>
/// <param name="Ids">Those whose id another has.</param>
/// <param name="Classes">Those for which no class can be declared, because there is something of that name.</param>
/// <param name="Lost">What tells others of these that would run them.</param>
internal sealed record PlanClashes(EquatableArray<string> Ids, EquatableArray<string> Classes, EquatableArray<PlanIdentity> Lost)
{
    /// <summary>The classes that would be declared for plan files, and in whose place their author has declared something.</summary>
    public static EquatableArray<string> Authored(ImmutableArray<PlanIdentity> plans, Compilation compilation) => plans
        .Select(static plan => plan.DeclaredClass).OfType<string>()
        .Where(type => AuthoredNames.Find(compilation, type) is not null)
        .ToEquatableArray();

    /// <summary>Finds them.</summary>
    /// <param name="plans">All plans.</param>
    /// <param name="authored">What <see cref="Authored"/> says of them.</param>
    public static PlanClashes Among(ImmutableArray<PlanIdentity> plans, EquatableArray<string> authored)
    {
        var owners = new Dictionary<string, PlanIdentity>(StringComparer.Ordinal);
        foreach (var plan in plans)
        {
            if (!owners.TryGetValue(plan.Id, out var first) || (first.IsCalledOtherwise && !plan.IsCalledOtherwise))
                owners[plan.Id] = plan;
        }

        var classes = new HashSet<string>(authored, StringComparer.Ordinal);
        var (clashingIds, clashingClasses, lost) = (new List<string>(), new List<string>(), new List<PlanIdentity>());
        foreach (var plan in plans.OrderByDescending(HasId))
        {
            if (!HasId(plan))
                clashingIds.Add(plan.HintName);
            if (plan.DeclaredClass is not { } type || classes.Add(type))
                continue;
            clashingClasses.Add(plan.HintName);
            if (HasId(plan))
                lost.Add(plan);
        }

        bool HasId(PlanIdentity plan) => ReferenceEquals(owners[plan.Id], plan);

        return new(clashingIds.ToEquatableArray(), clashingClasses.ToEquatableArray(), lost.ToEquatableArray());
    }
}
