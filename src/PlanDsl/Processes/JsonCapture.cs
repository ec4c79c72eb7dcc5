using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace PlanDsl;

/// <summary>Keeps the whole output of a process for as long as that may be one JSON value. Not thread-safe.</summary>
internal sealed class JsonCapture
{
    /// <summary>How many bytes a value has at most: 16 MiB.</summary>
    public const int Bound = 16 * 1024 * 1024;

    /// <summary>How deep a value is nested at most.</summary>
    public const int MaxDepth = 64;

    private ArrayBufferWriter<byte>? _text = new();
    private bool _hasBegun;

    /// <summary>Why there is no value, as a sentence; <see langword="null"/> where there is one, or <see cref="Read"/> has not been called.</summary>
    public string? Fault { get; private set; }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_text is null)
            return;
        if (!_hasBegun)
        {
            bytes = bytes.TrimStart(" \t\r\n"u8);
            if (bytes.IsEmpty)
                return;
            _hasBegun = true;
            // Most output is no JSON and is seen to be none by its first byte. 0xEF begins a byte order mark.
            if (!"{[\"-0123456789tfn"u8.Contains(bytes[0]) && bytes[0] is not 0xEF)
            {
                GiveUp("it does not begin as one.");
                return;
            }
        }

        if (_text.WrittenCount + bytes.Length > Bound)
            GiveUp(string.Create(CultureInfo.InvariantCulture, $"it is longer than {Bound} bytes."));
        else
            _text.Write(bytes);
    }

    /// <summary>The value, or <see langword="null"/> where the output is no JSON value.</summary>
    public JsonElement? Read()
    {
        if (_text is not { } text)
            return null;
        if (!_hasBegun)
        {
            GiveUp("it is empty.");
            return null;
        }

        try
        {
            var bytes = text.WrittenMemory;
            if (bytes.Span.StartsWith("\uFEFF"u8))
                bytes = bytes[3..];
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return document.RootElement.Clone();
        }
        catch (JsonException fault)
        {
            GiveUp(fault.Message);
            return null;
        }
    }

    private void GiveUp(string fault)
    {
        Fault = fault;
        _text = null;
    }
}
