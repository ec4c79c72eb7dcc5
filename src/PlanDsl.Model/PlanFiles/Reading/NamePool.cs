namespace PlanDsl.Model;

/// <summary>Strings that a file says again and again, made once: ids of steps, which others name, and what steps call. There is one place
/// for each string, from which another may have pushed it: then it is made anew, so that no file can be slow by the names in it.</summary>
internal sealed class NamePool
{
    private const int FewestPlaces = 32;
    private const int MostPlaces = 1 << 18;
    private const int CharactersPerName = 64;

    private readonly string?[] _names;

    /// <summary>A pool for a text of <paramref name="length"/> characters.</summary>
    public NamePool(int length)
    {
        var places = FewestPlaces;
        while (places < length / CharactersPerName && places < MostPlaces)
            places *= 2;
        _names = new string[places];
    }

    /// <summary>What a string says.</summary>
    public string Of(JsonNode node)
    {
        var token = node.Tree[node.Index];
        if (token.HasEscapes || token.IsDamaged || node.IsBare)
            return node.Value;
        var text = node.Tree.Text.AsSpan(token.Start + 1, token.Length - 2);
        ref var name = ref _names[PlaceOf(text)];
        if (name is null || !text.SequenceEqual(name.AsSpan()))
            name = text.ToString();
        return name;
    }

    private int PlaceOf(ReadOnlySpan<char> text)
    {
        var hash = 0u;
        foreach (var letter in text)
            hash = (hash * 31) + letter;
        return (int)((hash * 0x9E3779B1) >> 12) & (_names.Length - 1);
    }
}
