namespace PlanDsl.Sqlite;

/// <summary>An event, ready to become a row.</summary>
/// <param name="Sequence">Its number in the run.</param>
/// <param name="Json">It as JSON, until its batch is written.</param>
/// <param name="Checksum">The checksum of that.</param>
internal readonly record struct EncodedEvent(long Sequence, ReadOnlyMemory<byte> Json, uint Checksum);
