using System.Collections.Immutable;

namespace PlanDsl.Model;

/// <summary>A kind of object in a plan file, and the properties that it may have.</summary>
internal sealed class GrammarObject
{
    private readonly int[] _table;
    private readonly Nearest _names;

    /// <param name="name">What it is called.</param>
    /// <param name="description">What it is, for those who write it.</param>
    /// <param name="properties">Its properties.</param>
    public GrammarObject(string name, string description, params GrammarProperty[] properties)
    {
        Name = name;
        Description = description;
        Properties = [.. properties];
        Required = [.. properties.Where(static property => property.IsRequired)];
        _names = new(properties.Select(static property => property.Name));
        _table = new int[256];
        for (var i = 0; i < properties.Length; i++)
        {
            Properties[i].Ordinal = i;
            var slot = SlotOf(properties[i].Name.AsSpan());
            Properties[i].Mark = MarkOf(slot);
            MarksOfKinds |= Properties[i].Kinds is StepKinds.All ? 0 : Properties[i].Mark;
            while (_table[slot] != 0)
                slot = (slot + 1) & (_table.Length - 1);
            _table[slot] = i + 1;
        }
    }

    public string Name { get; }

    public string Description { get; }

    public ImmutableArray<GrammarProperty> Properties { get; }

    /// <summary>Those without which an object is incomplete.</summary>
    public ImmutableArray<GrammarProperty> Required { get; }

    /// <summary>The marks of the properties that belong to some kinds of step only.</summary>
    public ulong MarksOfKinds { get; }

    /// <summary>Whether it may have other properties, which are the author's own.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The number of the property with this name; -1 if there is none.</summary>
    public int Find(ReadOnlySpan<char> name) => Find(name, SlotOf(name));

    /// <summary>The same among some of the properties; -1 also for many that are none of them.</summary>
    /// <param name="name">The name.</param>
    /// <param name="marks">The marks of these properties. A step may say some forty things, and says five.</param>
    public int FindAmong(ReadOnlySpan<char> name, ulong marks)
    {
        var slot = SlotOf(name);
        return (marks & MarkOf(slot)) == 0 ? -1 : Find(name, slot);
    }

    private int Find(ReadOnlySpan<char> name, int slot)
    {
        for (; _table[slot] != 0; slot = (slot + 1) & (_table.Length - 1))
        {
            var property = _table[slot] - 1;
            if (name.SequenceEqual(Properties[property].Name.AsSpan()))
                return property;
        }

        return -1;
    }

    /// <summary>The property with this name, which there is.</summary>
    public GrammarProperty this[string name] => Properties[Find(name.AsSpan())];

    /// <summary>The property that was probably meant by a name that is none: one that other tools call so, one that is alike, or the same with the unit that
    /// it is in behind it. An object that may have others keeps its words: there only a slip is one.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isFree">Whether a property can have been meant.</param>
    public string? NearestTo(string name, Func<string, bool> isFree)
    {
        var plain = SnakeCase.From(name);

        // Whoever writes such a word means that, and nothing that only looks like it.
        return !IsOpen && Among(ForeignNames.MeantBy(plain)) is { Length: > 0 } foreign ? foreign.FirstOrDefault(isFree)
            : _names.To(name, isFree) ?? Among(NamesInUnits(plain)).FirstOrDefault(isFree);
    }

    private string[] Among(IReadOnlyList<string> names) => [.. names.Where(name => Find(name.AsSpan()) >= 0)];

    private static string[] NamesInUnits(string name) => [name + "_sec", name + "_ms"];

    private static ulong MarkOf(int slot) => 1UL << (slot & 63);

    private static int SlotOf(ReadOnlySpan<char> name) =>
        name.Length == 0 ? 0 : ((name.Length * 31) + (name[0] * 7) + name[name.Length - 1] + (name[name.Length / 2] * 3)) & 255;
}
