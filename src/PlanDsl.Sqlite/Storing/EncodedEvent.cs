namespace PlanDsl.Sqlite;

/// <summary>An event, ready to become a row.</summary>
/// <param name="Happened">The event.</param>
/// <param name="Json">It as JSON, until its batch is written.</param>
/// <param name="Checksum">The checksum of that.</param>
internal readonly record struct EncodedEvent(PlanEvent Happened, ReadOnlyMemory<byte> Json, uint Checksum);
