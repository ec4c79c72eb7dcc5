namespace PlanDsl;

/// <summary>What was to be run does not exist, which no retry would change.</summary>
internal sealed class NotFoundException(string message, Exception? innerException = null) : InvalidOperationException(message, innerException);
