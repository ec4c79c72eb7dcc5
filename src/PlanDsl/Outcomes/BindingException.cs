namespace PlanDsl;

/// <summary>What a step was given is not what it asked for, which no retry would change.</summary>
internal sealed class BindingException(string message) : InvalidOperationException(message);
