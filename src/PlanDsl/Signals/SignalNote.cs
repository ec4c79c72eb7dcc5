namespace PlanDsl;

/// <summary>The signal that a step waits for or has taken.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Deadline">When the wait is over at the latest, in UTC; <see langword="null"/> for a wait without bound.</param>
internal sealed record SignalNote(string Name, DateTimeOffset? Deadline);
