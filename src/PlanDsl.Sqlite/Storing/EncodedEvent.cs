namespace PlanDsl.Sqlite;

/// <summary>An event, ready to become a row.</summary>
/// <param name="Happened">The event.</param>
/// <param name="Start">Where its JSON begins in that of the batch.</param>
/// <param name="Length">How many bytes that has.</param>
/// <param name="Checksum">The checksum of them.</param>
internal readonly record struct EncodedEvent(PlanEvent Happened, int Start, int Length, uint Checksum);
