using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PlanDsl.Tests;

/// <summary>A log that keeps what is written to it, each line with the scopes in which it was written.</summary>
internal sealed class LogRecorder : ILoggerFactory
{
    private readonly LoggerExternalScopeProvider _scopes = new();

    public ConcurrentQueue<Line> Lines { get; } = new();

    /// <summary>What each of them does before it is kept.</summary>
    public Action<Line> OnLine { get; init; } = static _ => { };

    public IEnumerable<string> Messages(LogLevel atLeast = LogLevel.Trace) =>
        Lines.Where(line => line.Level >= atLeast).Select(static line => line.Message);

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    internal sealed record Line(string Category, LogLevel Level, EventId Id, string Message, Exception? Exception, string Scopes);

    private sealed class Logger(LogRecorder recorder, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => recorder._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var scopes = new List<object?>();
            recorder._scopes.ForEachScope(static (scope, all) => all.Add(scope), scopes);
            var line = new Line(category, logLevel, eventId, formatter(state, exception), exception, string.Join(" | ", scopes));
            recorder.OnLine(line);
            recorder.Lines.Enqueue(line);
        }
    }
}
