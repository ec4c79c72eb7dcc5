using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.Extensions.Logging;

namespace PlanDsl.Tests;

/// <summary>The page that lists all names lists all of them.</summary>
public sealed class ObservabilityPageTests
{
    private static readonly string[] Rows = [.. Page().Split('\n').Where(static line => line.StartsWith("| `", StringComparison.Ordinal))];

    [Fact]
    public void It_lists_every_instrument_with_its_unit()
    {
        var instruments = new List<Instrument>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => Keep(instrument, instruments) };
        PlanEngine.Start(new TestPlan().Sync("a", static () => { }).Program);
        listener.Start();

        Assert.Equal(7, instruments.Count);
        Assert.All(instruments, static instrument =>
            Assert.Contains(Rows, row => row.StartsWith($"| `{instrument.Name}` |", StringComparison.Ordinal) && row.Contains($"`{instrument.Unit}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void It_lists_every_tag()
    {
        var tags = typeof(PlanEngine).Assembly.GetType("PlanDsl.TagNames", throwOnError: true)!
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(static field => (string)field.GetRawConstantValue()!);

        Assert.All(tags, static tag => Assert.Contains(Rows, row => row.StartsWith($"| `{tag}` |", StringComparison.Ordinal)));
    }

    [Fact]
    public void It_lists_every_message_with_its_number_and_level()
    {
        var messages = typeof(PlanEngine).Assembly.GetTypes()
            .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Select(static method => (method.Name, Message: method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(static method => method.Message is not null)
            .ToArray();

        Assert.NotEmpty(messages);
        Assert.Equal(messages.Length, messages.DistinctBy(static method => method.Message!.EventId).Count());
        Assert.All(messages, static method =>
            Assert.Contains(FormattableString.Invariant($"| `{method.Name}` | {method.Message!.EventId} | {method.Message.Level} |"), Rows));
    }

    private static void Keep(Instrument instrument, List<Instrument> instruments)
    {
        if (instrument.Meter.Name == PlanTelemetry.MeterName)
            instruments.Add(instrument);
    }

    private static string Page()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "PlanDsl.sln")))
            directory = directory.Parent;
        return File.ReadAllText(Path.Combine(directory.FullName, "docs", "observability.md")).ReplaceLineEndings("\n");
    }
}
