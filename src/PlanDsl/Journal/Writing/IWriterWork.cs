namespace PlanDsl;

/// <summary>What a journal's thread does between two batches.</summary>
internal interface IWriterWork
{
    /// <summary>Does it, and tells whoever waits for it; does not throw.</summary>
    void Execute();
}
