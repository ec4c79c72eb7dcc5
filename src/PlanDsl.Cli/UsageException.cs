namespace PlanDsl.Cli;

/// <summary>What was asked for cannot be done as it was asked for. The message is all that a person is told of it.</summary>
internal sealed class UsageException(string message) : Exception(message);
