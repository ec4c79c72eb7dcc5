using System.Text.Json;

namespace PlanDsl;

/// <summary>A request as a file, which is there as a whole or not at all.</summary>
internal static class RequestFile
{
    private const string Cancel = "cancel";
    private const string Signal = "signal";
    private const string Id = "id";

    /// <summary>Puts a request behind those that there are, unless it is among them.</summary>
    public static void Put(JsonLinesFiles files, string runId, RunRequest request, DateTimeOffset now)
    {
        Directory.CreateDirectory(files.Requests);
        var name = Guid.NewGuid().ToString("N");
        var draft = Path.Combine(files.Requests, name + ".draft");
        using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            using (var json = new Utf8JsonWriter(file))
                Write(json, request, now);
            file.Flush(flushToDisk: true);
        }

        try
        {
            long last = 0;
            foreach (var (number, path) in files.RequestsOf(runId))
            {
                if (TryRead(path)?.Id == request.Id)
                    return;
                last = number;
            }

            // To a name that is nobody else's: that there is no such file, and to move there, are two steps, between which others may.
            File.Move(draft, files.Request(runId, last + 1, name), overwrite: false);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Takes away a request, if it is there.</summary>
    public static void Remove(JsonLinesFiles files, string runId, string requestId)
    {
        foreach (var (_, path) in files.RequestsOf(runId))
        {
            if (TryRead(path)?.Id == requestId)
                File.Delete(path);
        }
    }

    /// <summary>The requests of a run that there are, but for what cannot be read.</summary>
    public static List<PendingRequest> ReadAll(JsonLinesFiles files, string runId) =>
        [.. files.RequestsOf(runId).Select(static file => TryRead(file.Path)).OfType<RunRequest>().Select(PendingRequest.Of)];

    /// <summary>Reads a request; <see langword="null"/> if it is gone, or none.</summary>
    public static RunRequest? TryRead(string path)
    {
        try
        {
            var json = JsonElement.Parse(File.ReadAllBytes(path), RecordDecoder.Deep);
            var request = new EventObject(json);
            var id = json.GetProperty(Id).GetString()!;
            DateTimeOffset? askedAt = json.TryGetProperty(EventFields.AskedAt.EncodedUtf8Bytes, out var asked) && asked.ValueKind is JsonValueKind.String && asked.TryGetDateTimeOffset(out var time) ? time : null;
            return request.Text(EventFields.Type) is Signal
                ? new RunSignalRequest(request.Text(EventFields.Signal), request.ValueOrNull(EventFields.Value)) { Id = id, AskedAt = askedAt }
                : new RunCancelRequest { Id = id, AskedAt = askedAt };
        }
        catch (Exception fault) when (FileFaults.IsOne(fault) || fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static void Write(Utf8JsonWriter json, RunRequest request, DateTimeOffset now)
    {
        json.WriteStartObject();
        json.WriteString(Id, request.Id);
        json.WriteString(EventFields.AskedAt, now);
        if (request is RunSignalRequest signal)
        {
            json.WriteString(EventFields.Type, Signal);
            json.WriteString(EventFields.Signal, signal.Name);
            if (signal.Value is { } value)
            {
                json.WritePropertyName(EventFields.Value);
                JsonValues.WriteTo(json, value);
            }
        }
        else
        {
            json.WriteString(EventFields.Type, Cancel);
        }

        json.WriteEndObject();
    }
}
