using System.Reflection;

namespace Mirrors.Tests;

public sealed class ExportTests
{
    [Fact]
    public async Task With_an_endpoint_in_the_environment_spans_and_metrics_go_to_a_collector()
    {
        await using var collector = await Collector.StartAsync();
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address);
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");

        Assert.Equal(0, await RunExampleAsync());

        var (spans, metrics) = (collector.BodiesOf("/v1/traces"), collector.BodiesOf("/v1/metrics"));
        Assert.Contains("plandsl.run.id", spans, StringComparison.Ordinal);
        Assert.Contains("step ", spans, StringComparison.Ordinal);
        Assert.Contains("plandsl.run.duration", metrics, StringComparison.Ordinal);
        Assert.Contains("plandsl.steps", metrics, StringComparison.Ordinal);
    }

    // On a thread of its own: the entry point of a program blocks until the program has ended.
    private static Task<int> RunExampleAsync() => Task.Factory.StartNew(
        static () => (int)Assembly.Load("Mirrors").EntryPoint!.Invoke(null, [Array.Empty<string>()])!,
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);
}
