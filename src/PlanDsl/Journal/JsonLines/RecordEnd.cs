namespace PlanDsl;

/// <summary>Where a record goes on.</summary>
/// <param name="Sequence">The number of its last event.</param>
/// <param name="Position">Where in the file that ends.</param>
internal readonly record struct RecordEnd(long Sequence, long Position);
