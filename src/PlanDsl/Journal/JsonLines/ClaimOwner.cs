using System.Text.Json;

namespace PlanDsl;

/// <summary>Who executes a run, as it is written beside the run's lock.</summary>
/// <param name="Presence">The name of the process among those that have claimed runs.</param>
/// <param name="Owner">The process.</param>
internal sealed record ClaimOwner(string Presence, RunOwner Owner)
{
    /// <summary>Says that this process does, as a whole or not at all.</summary>
    public static void Write(string path, string presence)
    {
        var draft = $"{path}.{presence}";
        try
        {
            WriteDraft(draft, presence);
            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            Remove(draft);
            throw;
        }
    }

    private static void WriteDraft(string draft, string presence)
    {
        using var file = File.Create(draft);
        using var json = new Utf8JsonWriter(file);
        json.WriteStartObject();
        json.WriteString("presence", presence);
        json.WriteNumber(EventFields.ProcessId, RunOwner.Current.ProcessId);
        json.WriteString(EventFields.Host, RunOwner.Current.Host);
        json.WriteEndObject();
    }

    private static void Remove(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception fault) when (FileFaults.IsOne(fault))
        {
            // Why it could not be written is what whoever claims the run is told.
        }
    }

    /// <summary>Who executes a run; <see langword="null"/> if nobody does, or it could not be read.</summary>
    public static ClaimOwner? Read(JsonLinesFiles files, string runId)
    {
        try
        {
            var json = JsonElement.Parse(File.ReadAllBytes(files.Owner(runId)));
            var owner = new EventObject(json);
            var presence = json.GetProperty("presence").GetString()!;
            return JournalPresence.IsAlive(files.Claims, presence)
                ? new(presence, new(owner.Int(EventFields.ProcessId), owner.Text(EventFields.Host)))
                : null;
        }
        catch (Exception fault) when (FileFaults.IsOne(fault) || fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
