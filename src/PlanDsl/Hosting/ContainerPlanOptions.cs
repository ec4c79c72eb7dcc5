using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly.Registry;

namespace PlanDsl;

/// <summary>Sets what nobody has set to what the container has.</summary>
internal sealed class ContainerPlanOptions(IServiceProvider services) : IPostConfigureOptions<PlanOptions>
{
    public void PostConfigure(string? name, PlanOptions options)
    {
        options.Services ??= services;
        options.LoggerFactory ??= services.GetService<ILoggerFactory>();
        options.Pipelines ??= services.GetService<ResiliencePipelineProvider<string>>();
        if (ReferenceEquals(options.TimeProvider, TimeProvider.System))
            options.TimeProvider = services.GetService<TimeProvider>() ?? TimeProvider.System;
    }
}
