using System.Text.Json;

namespace PlanDsl;

/// <summary>Reads events as journals keep them.</summary>
internal static class RecordDecoder
{
    /// <summary>Reads whatever a writer may have nested.</summary>
    public static readonly JsonDocumentOptions Deep = new() { MaxDepth = PlanEventJson.MaxDepth };

    /// <summary>Reads a record of any run.</summary>
    /// <exception cref="JournalException">It is none.</exception>
    public static PlanEvent Decode(ReadOnlySpan<byte> json)
    {
        try
        {
            return PlanEventJson.Read(JsonElement.Parse(json, Deep));
        }
        catch (JsonException fault)
        {
            throw new JournalException($"The journal has a record that cannot be read: {fault.Message} It may be of a newer version: update this one.", fault);
        }
    }

    /// <summary>Reads a record, and sees that it is the one that it should be.</summary>
    /// <param name="json">The event as JSON.</param>
    /// <param name="runId">The run whose event it should be.</param>
    /// <param name="sequence">The number that it should have.</param>
    /// <param name="place">Where it is.</param>
    /// <exception cref="JournalCorruptException">It is another, or none.</exception>
    public static PlanEvent Decode(ReadOnlySpan<byte> json, string runId, long sequence, string place)
    {
        PlanEvent happened;
        try
        {
            happened = PlanEventJson.Read(JsonElement.Parse(json, Deep));
        }
        catch (JsonException fault)
        {
            throw new JournalCorruptException(runId, sequence, place, fault.Message.TrimEnd('.'), fault);
        }

        if (happened.RunId != runId)
            throw new JournalCorruptException(runId, sequence, place, $"it is of run '{happened.RunId}'");
        if (happened.Sequence != sequence)
            throw new JournalCorruptException(runId, sequence, place, $"it is event {happened.Sequence}");
        return happened;
    }
}
