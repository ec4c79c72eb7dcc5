using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PlanDsl;

/// <summary>Writes events as journals keep them: JSON in one line, which names its run, and not what follows from the rest. Used by one
/// thread at a time.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A writer into memory holds nothing that is to be released.")]
internal sealed class RecordEncoder
{
    private readonly ArrayBufferWriter<byte> _buffer = new(1_024);
    private readonly Utf8JsonWriter _json;

    public RecordEncoder() =>
        _json = new(_buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>The event as JSON, until the next one is encoded.</summary>
    /// <exception cref="JournalException">It tells something that is no JSON.</exception>
    public ReadOnlySpan<byte> Encode(PlanEvent happened)
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        try
        {
            EventWriter.Write(_json, happened, withNamesOfAttempt: false);
            _json.Flush();
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or JsonException)
        {
            throw JournalFaults.NoJson(happened, fault);
        }

        return _buffer.WrittenSpan.ContainsAny((byte)'\n', (byte)'\r') ? InOneLine(_buffer.WrittenSpan) : _buffer.WrittenSpan;
    }

    // Between the parts of a value that is kept as it was spelled: within a text they are escaped.
    private static byte[] InOneLine(ReadOnlySpan<byte> json)
    {
        var line = json.ToArray();
        line.AsSpan().Replace((byte)'\n', (byte)' ');
        line.AsSpan().Replace((byte)'\r', (byte)' ');
        return line;
    }
}
