using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PlanDsl.Generators;

/// <summary>Steps of a pipeline that Roslyn does not have.</summary>
internal static class ValuesProviders
{
    /// <summary>Leaves out the nodes for which there is nothing.</summary>
    public static IncrementalValuesProvider<T> WhereNotNull<T>(this IncrementalValuesProvider<T?> values, string trackingName)
        where T : class => values.Where(static value => value is not null).Select(static (value, _) => value!).WithTrackingName(trackingName);

    /// <summary>The values of all of these, one behind the other.</summary>
    public static IncrementalValueProvider<ImmutableArray<T>> Gather<T>(IEnumerable<IncrementalValuesProvider<T>> providers) => providers
        .Select(static values => values.Collect())
        .Aggregate(static (all, more) => all.Combine(more).Select(static (both, _) => both.Left.AddRange(both.Right)));
}
