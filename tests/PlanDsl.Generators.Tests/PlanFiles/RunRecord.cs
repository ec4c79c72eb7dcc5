using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Polly.Registry;

namespace PlanDsl.Generators.Tests;

/// <summary>Takes down what a run tells: its events and its log.</summary>
internal sealed class RunRecord : IObserver<PlanEvent>, ILoggerFactory, ILogger
{
    private static readonly string[] Unlike = [nameof(PlanEvent.RunId), nameof(PlanEvent.Sequence), nameof(PlanEvent.Time), nameof(StepEvent.ExecId), nameof(StepEvent.IdempotencyKey), nameof(StepEvent.StepPath)];

    private static readonly ResiliencePipelineRegistry<string> Pipelines = OfOne("slow");

    private readonly List<PlanEvent> _events = [];
    private readonly ConcurrentQueue<string> _log = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Logged => string.Join('\n', _log);

    public PlanOptions Options(IAgentRunner? agents = null) => new() { Observer = this, LoggerFactory = this, Agents = agents, Pipelines = Pipelines };

    /// <summary>The events of each step in their order. Steps that run at once may take turns in any way.</summary>
    public async Task<string> EventsAsync()
    {
        await _ended.Task.ConfigureAwait(false);
        var byStep = _events.GroupBy(static happened => (happened as StepEvent)?.StepPath ?? "").OrderBy(static step => step.Key, StringComparer.Ordinal);
        return string.Concat(byStep.Select(static step => $"{step.Key}: {string.Join("; ", step.Select(TextOf))}\n"));
    }

    public void OnNext(PlanEvent value) => _events.Add(value);

    public void OnCompleted() => _ended.SetResult();

    public void OnError(Exception error) => _ended.SetException(error);

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _log.Enqueue($"{formatter(state, exception)} {state} {exception}");

    private static ResiliencePipelineRegistry<string> OfOne(string name)
    {
        var pipelines = new ResiliencePipelineRegistry<string>();
        pipelines.TryAddBuilder(name, static (_, _) => { });
        return pipelines;
    }

    private static string TextOf(PlanEvent happened) => happened.GetType().Name + string.Concat(happened.GetType().GetProperties()
        .Where(static property => Nullable.GetUnderlyingType(property.PropertyType) != typeof(DateTimeOffset) && property.PropertyType != typeof(TimeSpan) && !Unlike.Contains(property.Name))
        .OrderBy(static property => property.Name, StringComparer.Ordinal)
        .Select(property => (property.Name, Value: property.GetValue(happened)))
        .Where(static property => property.Value is not (null or false))
        .Select(static property => string.Create(CultureInfo.InvariantCulture, $" {property.Name}={property.Value}")));
}
