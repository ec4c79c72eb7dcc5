using System.Text.Json;

namespace PlanDsl;

/// <summary>What a <c>call</c> step asks of its handler.</summary>
public readonly struct StepCall
{
    private readonly StepContext? _context;

    internal StepCall(string name, JsonElement with, StepContext? context) => (Name, With, _context) = (name, with, context);

    /// <summary>The name that is called.</summary>
    public string Name { get; }

    /// <summary>What the step gives: a JSON object, empty where it gives nothing.</summary>
    public JsonElement With { get; }

    /// <summary>The attempt.</summary>
    /// <exception cref="InvalidOperationException">The handler does not say that it <see cref="IStepHandler.TakesContext"/>.</exception>
    public StepContext Context => _context ?? throw new InvalidOperationException(
        $"The handler of '{Name}' reads the context of its attempt, and has to say so: let IStepHandler.TakesContext return true, or register it with AddWithContext.");
}
