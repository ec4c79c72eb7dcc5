namespace PlanDsl.Model;

/// <summary>A text as JSON: its nodes in one array, in the order of the text. Comments and trailing commas are allowed. What is
/// wrong is listed, and what can be read besides is there. Immutable; made in linear time and memory from any text.</summary>
internal sealed class JsonTree
{
    /// <summary>The most bytes that a document may have, as UTF-8: 64 MiB.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>How deep objects and arrays may be nested.</summary>
    public const int MaxDepth = 64;

    private readonly JsonToken[] _tokens;
    private JsonLookup? _lookup;

    private JsonTree(string text, JsonToken[] tokens, JsonFaults faults, JsonLeniency leniency = JsonLeniency.None)
    {
        Text = text;
        Leniency = leniency;
        _tokens = tokens;
        Faults = faults.List;
        OmittedFaults = faults.Omitted;
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>What the text has that is allowed here and not in JSON; of several things one. Who reads it strictly refuses it.</summary>
    public JsonLeniency Leniency { get; }

    /// <summary>What is wrong with the text, in its order: so much of it as anybody may want to see.</summary>
    public IReadOnlyList<JsonFault> Faults { get; }

    /// <summary>Of what is wrong besides the first, and how much there is.</summary>
    public IReadOnlyList<(JsonFault First, int Count)> OmittedFaults { get; }

    /// <summary>The value that the text is.</summary>
    public JsonNode Root => new(this, 0);

    /// <summary>Finds what is in long arrays, objects and strings; made when it is first asked for.</summary>
    public JsonLookup Lookup => LazyInitializer.EnsureInitialized(ref _lookup, static () => new())!;

    /// <summary>Reads <paramref name="text"/>.</summary>
    public static JsonTree Parse(string text)
    {
        if (JsonLimits.FaultOf(text) is { } fault)
        {
            var faults = new JsonFaults();
            faults.Add(fault.Span.Start, fault.Span.End, fault.Message, isLimit: true);
            return new(text, [new(JsonKind.Missing, 0) { Next = 1, IsDamaged = true }], faults);
        }

        var parser = new JsonParser(text);
        parser.ParseDocument();
        return new(text, parser.Tokens, parser.Faults, parser.Leniency);
    }

    /// <summary>The node with this number.</summary>
    public ref readonly JsonToken this[int node] => ref _tokens[node];
}
