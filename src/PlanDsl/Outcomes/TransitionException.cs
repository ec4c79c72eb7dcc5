namespace PlanDsl;

/// <summary>A step has ended in a way that its transitions do not accept.</summary>
internal sealed class TransitionException(string message, Exception? innerException) : InvalidOperationException(message, innerException);
