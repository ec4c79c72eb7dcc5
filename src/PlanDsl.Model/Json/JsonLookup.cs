using System.Collections.Concurrent;

namespace PlanDsl.Model;

/// <summary>Finds what is in long arrays, objects and strings of one text, however often it is asked: each is gone through once. Thread-safe.</summary>
internal sealed class JsonLookup
{
    /// <summary>How many elements or properties there are at least in what is long; what is shorter is gone through as fast.</summary>
    public const int Long = 32;

    // Every how many characters of a string the place of one is kept.
    private const int Stride = 64;

    private readonly ConcurrentDictionary<int, int[]> _items = new();
    private readonly ConcurrentDictionary<int, Dictionary<string, int>> _names = new();
    private readonly ConcurrentDictionary<int, EquatableArray<string>> _keys = new();
    private readonly ConcurrentDictionary<int, int[]> _places = new();

    /// <summary>The element of an array with this number; <see langword="null"/> where there is none.</summary>
    public JsonNode? ItemAt(JsonNode array, int number)
    {
        var items = _items.GetOrAdd(array.Index, _ => ItemsOf(array));
        return number < items.Length ? new(array.Tree, items[number]) : null;
    }

    /// <summary>The name of a property as it stands in the text, the last where there are several; <see langword="null"/> where there is none.</summary>
    public JsonNode? FindName(JsonNode map, string name) =>
        _names.GetOrAdd(map.Index, _ => NamesOf(map)).TryGetValue(name, out var found) ? new(map.Tree, found) : null;

    /// <summary>The names of an object's properties, each once, in order.</summary>
    public EquatableArray<string> NamesIn(JsonNode map) => _keys.GetOrAdd(map.Index, _ => KeysOf(map));

    /// <summary>How many elements an array has.</summary>
    public int CountIn(JsonNode array) => _items.GetOrAdd(array.Index, _ => ItemsOf(array)).Length;

    /// <summary>A place in the text at or before that of a character of a string with escapes.</summary>
    /// <param name="text">The string.</param>
    /// <param name="number">The number of the character in what the string says; that which is behind them all where there are fewer.</param>
    /// <param name="left">How many characters lie between the two.</param>
    public int NearPlaceOf(JsonNode text, int number, out int left)
    {
        var places = _places.GetOrAdd(text.Index, _ => JsonStrings.PlacesIn(text, Stride));
        var nearest = Math.Min(number / Stride, places.Length - 1);
        left = number - (nearest * Stride);
        return places[nearest];
    }

    private static int[] ItemsOf(JsonNode array)
    {
        var items = new List<int>();
        foreach (var item in array.Items)
            items.Add(item.Index);
        return [.. items];
    }

    private static EquatableArray<string> KeysOf(JsonNode map)
    {
        var names = new List<string>();
        foreach (var (name, _) in map.Properties)
            names.Add(name.Value);
        return names.Distinct(StringComparer.Ordinal).ToEquatableArray();
    }

    private static Dictionary<string, int> NamesOf(JsonNode map)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, _) in map.Properties)
        {
            if (name.Kind is JsonKind.String)
                names[name.Value] = name.Index;
        }

        return names;
    }
}
