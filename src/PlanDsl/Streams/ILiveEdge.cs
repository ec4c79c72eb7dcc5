namespace PlanDsl;

/// <summary>What the engine tells a stream between two steps that execute together. It is told under the coordinator's lock, so
/// nothing of others may run inside these calls.</summary>
internal interface ILiveEdge
{
    /// <summary>The producer has ended, and will not be tried again.</summary>
    void EndFeeding(Exception? failure);

    /// <summary>The reader has ended, or will not begin.</summary>
    void EndReading();
}
