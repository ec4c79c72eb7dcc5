namespace PlanDsl;

/// <summary>What has been thrown told a secret of the run. This says the same without it, and has nothing of the other.</summary>
internal sealed class MaskedException(string message) : Exception(message);
