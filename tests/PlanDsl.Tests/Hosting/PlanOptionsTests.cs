using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PlanDsl.Testing.Internal;
using Polly.Registry;

namespace PlanDsl.Tests;

public sealed class PlanOptionsTests
{
    [Fact]
    public void A_container_gives_runs_what_it_has()
    {
        var clock = new ManualTimeProvider();
        var log = new LogRecorder();
        var pipelines = new ResiliencePipelineRegistry<string>();
        using var services = new ServiceCollection()
            .AddPlanOptions()
            .AddPlanOptions()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<ILoggerFactory>(log)
            .AddSingleton<ResiliencePipelineProvider<string>>(pipelines)
            .BuildServiceProvider();

        var options = services.GetRequiredService<IOptions<PlanOptions>>().Value;

        Assert.Same(clock, options.TimeProvider);
        Assert.Same(log, options.LoggerFactory);
        Assert.Same(pipelines, options.Pipelines);
        Assert.NotNull(options.Services);
    }

    [Fact]
    public void What_is_configured_goes_before_what_the_container_has()
    {
        var mine = new LogRecorder();
        using var services = new ServiceCollection()
            .Configure<PlanOptions>(static options => options.MaxParallel = 4)
            .AddPlanOptions()
            .AddSingleton<ILoggerFactory>(new LogRecorder())
            .PostConfigure<PlanOptions>(options => options.LoggerFactory = mine)
            .BuildServiceProvider();

        var options = services.GetRequiredService<IOptions<PlanOptions>>().Value;

        Assert.Equal(4, options.MaxParallel);
        Assert.Same(mine, options.LoggerFactory);
        Assert.Same(TimeProvider.System, options.TimeProvider);
    }

    [Fact]
    public void Plans_may_have_options_of_their_own_by_name()
    {
        using var services = new ServiceCollection()
            .AddPlanOptions()
            .Configure<PlanOptions>("nightly", static options => options.MaxParallel = 2)
            .BuildServiceProvider();

        var options = services.GetRequiredService<IOptionsMonitor<PlanOptions>>();

        Assert.Equal((2, null), (options.Get("nightly").MaxParallel, options.CurrentValue.MaxParallel));
        Assert.NotNull(options.Get("nightly").Services);
    }

    [Fact]
    public void A_copy_has_all_that_the_original_has()
    {
        using var log = new LogRecorder();
        var original = new PlanOptions
        {
            TimeProvider = new ManualTimeProvider(),
            Observer = new EventRecorder(),
            MaxParallel = 3,
            RunId = "run-1",
            Pipelines = new ResiliencePipelineRegistry<string>(),
            Services = new ServiceCollection().BuildServiceProvider(),
            LoggerFactory = log,
            OnPlanTransition = static _ => { },
            OnStepTransition = static _ => { },
            CancelGrace = TimeSpan.FromSeconds(1),
            CompensationTimeout = TimeSpan.FromSeconds(2),
            MaxDepth = 4,
            Agents = new TestAgents(),
            JsonOptions = new(),
            Journal = new MemoryJournal(),
            AllowChanged = true,
            Files = new("files"),
        };

        var copy = new PlanOptions(original);

        foreach (var property in typeof(PlanOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            Assert.Equal(property.GetValue(original), property.GetValue(copy));
            if (property.Name != nameof(PlanOptions.Parent))
                Assert.NotEqual(property.GetValue(new PlanOptions()), property.GetValue(copy));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_depth_in_which_no_plan_fits_is_refused(int depth) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PlanOptions { MaxDepth = depth });
}
