namespace PlanDsl.Model;

/// <summary>The result_keys under which the results of a group's members make an object. Immutable.</summary>
internal sealed class GroupKeys
{
    private static readonly GroupKeys None = new([]);

    private readonly string[] _names;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    private GroupKeys(string[] names)
    {
        _names = names;
        for (var number = 0; number < names.Length; number++)
        {
            if (!_numbers.ContainsKey(names[number]))
                _numbers.Add(names[number], number);
        }
    }

    /// <summary>Those of some members.</summary>
    public static GroupKeys Of(PlanModel model, ReadOnlySpan<int> members)
    {
        var names = new string[members.Length];
        for (var number = 0; number < names.Length; number++)
        {
            if (model.Steps[members[number]].DeclaredResultKey is not { } key)
                return None;
            names[number] = key;
        }

        return names.Length == 0 ? None : new(names);
    }

    /// <summary>Whether the results make an object: there are members, and each has a result_key.</summary>
    public bool AreThere => _names.Length > 0;

    /// <summary>The result_keys, in the order of the members.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The number among the members of the first with this result_key; -1 where there is none.</summary>
    public int NumberOf(string key) => _numbers.TryGetValue(key, out var number) ? number : -1;
}
