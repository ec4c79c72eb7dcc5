namespace PlanDsl;

/// <summary>A condition of a plan file is neither true nor false. It is ours alone: what conditions written in C# throw is their authors'.</summary>
/// <param name="message">Why it is neither.</param>
internal sealed class ConditionException(string message) : InvalidOperationException(message);
