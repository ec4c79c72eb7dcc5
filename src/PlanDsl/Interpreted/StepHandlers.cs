using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace PlanDsl;

/// <summary>What the <c>call</c> steps of interpreted plans call, by name. To be filled before plans are loaded with it; not thread-safe
/// until then.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "It is a registry, and nobody goes through it.")]
public sealed class StepHandlers
{
    private readonly Dictionary<string, IStepHandler> _handlers = new(StringComparer.Ordinal);

    /// <summary>The names that have a handler.</summary>
    public IReadOnlyCollection<string> Names => _handlers.Keys;

    /// <summary>Registers a handler.</summary>
    /// <param name="name">The name, as <c>call</c> has it.</param>
    /// <param name="handler">The handler.</param>
    /// <returns>This.</returns>
    /// <exception cref="ArgumentException">The name is empty, or has a handler.</exception>
    public StepHandlers Add(string name, IStepHandler handler)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(handler);
        if (!_handlers.TryAdd(name, handler))
            throw new ArgumentException($"'{name}' has a handler already.", nameof(name));
        return this;
    }

    /// <summary>Registers a delegate as a handler.</summary>
    /// <param name="name">The name, as <c>call</c> has it.</param>
    /// <param name="invoke">Is given what the step gives, and the token of the attempt; returns the result of the step.</param>
    /// <returns>This.</returns>
    /// <exception cref="ArgumentException">The name is empty, or has a handler.</exception>
    public StepHandlers Add(string name, Func<JsonElement, CancellationToken, ValueTask<JsonElement>> invoke)
    {
        ArgumentNullException.ThrowIfNull(invoke);
        return Add(name, new Plain(invoke));
    }

    /// <summary>Registers a function, which returns its result at once: the cheapest of handlers. Steps that are ready together and call it
    /// go to several threads.</summary>
    /// <param name="name">The name, as <c>call</c> has it.</param>
    /// <param name="invoke">Is given what the step gives; returns the result of the step.</param>
    /// <returns>This.</returns>
    /// <exception cref="ArgumentException">The name is empty, or has a handler.</exception>
    public StepHandlers Add(string name, Func<JsonElement, JsonElement> invoke)
    {
        ArgumentNullException.ThrowIfNull(invoke);
        return Add(name, new FunctionHandler(invoke));
    }

    /// <summary>Registers a delegate that is given the context of the attempt: to tell how far it is, to log, to use services.</summary>
    /// <param name="name">The name, as <c>call</c> has it.</param>
    /// <param name="invoke">Is given what the step gives, and the attempt; returns the result of the step.</param>
    /// <returns>This.</returns>
    /// <exception cref="ArgumentException">The name is empty, or has a handler.</exception>
    public StepHandlers AddWithContext(string name, Func<JsonElement, StepContext, ValueTask<JsonElement>> invoke)
    {
        ArgumentNullException.ThrowIfNull(invoke);
        return Add(name, new WithContext(invoke));
    }

    /// <summary>Whether one of them says of itself what the plans that call it have to know.</summary>
    internal bool SayAnything => _handlers.Values.Any(static handler => handler.TakesContext || handler.IsSynchronous);

    internal IStepHandler? Find(string name) => _handlers.GetValueOrDefault(name);

    private sealed class Plain(Func<JsonElement, CancellationToken, ValueTask<JsonElement>> invoke) : IStepHandler
    {
        public ValueTask<JsonElement> InvokeAsync(StepCall call, CancellationToken cancellationToken) => invoke(call.With, cancellationToken);
    }

    private sealed class WithContext(Func<JsonElement, StepContext, ValueTask<JsonElement>> invoke) : IStepHandler
    {
        public bool TakesContext => true;

        public ValueTask<JsonElement> InvokeAsync(StepCall call, CancellationToken cancellationToken) => invoke(call.With, call.Context);
    }
}
