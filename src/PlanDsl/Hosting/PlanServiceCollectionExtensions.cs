using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PlanDsl;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Plans in a container.</summary>
public static class PlanServiceCollectionExtensions
{
    /// <summary>Makes <see cref="IOptions{TOptions}"/> of <see cref="PlanOptions"/> the defaults for runs in this container: services,
    /// logging and, where they are registered, the <see cref="TimeProvider"/> and the registry of pipelines are the container's. What
    /// <c>services.Configure&lt;PlanOptions&gt;(…)</c> sets goes before. The generated <c>Add…Plans</c> calls it; calling it again
    /// changes nothing.</summary>
    /// <param name="services">The container's services.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddPlanOptions(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<PlanOptions>, ContainerPlanOptions>());
        return services;
    }
}
