using System.Runtime.InteropServices;

namespace PlanDsl.Model;

/// <summary>An object of a plan file, read by its grammar: the values of the properties that are there and of the right type.</summary>
internal readonly struct ObjectView(JsonNode node, GrammarObject grammar, int[] values, ulong marks)
{
    // Instead of the number of a node, which is never 0: that is the root.
    public const int Absent = 0;
    public const int Null = -1;
    public const int Wrong = -2;

    // There is no such property, but one with a name that is near, which has been told.
    public const int Misspelt = -3;

    public JsonNode Node => node;

    public GrammarObject Grammar => grammar;

    /// <summary>Gives up what it holds, for another.</summary>
    public int[] Release()
    {
        Array.Clear(values, 0, values.Length);
        return values;
    }

    /// <summary>The value of a property; <see langword="null"/> where it is absent, <c>null</c>, or of the wrong type.</summary>
    public JsonNode? this[string name] => ValueOf(name) is > 0 and var value ? new(node.Tree, value) : null;

    /// <summary>Whether something is written there, right or wrong.</summary>
    public bool IsGiven(string name) => ValueOf(name) is not (Absent or Null or Misspelt);

    /// <summary>Whether it was probably meant by a property that has another name.</summary>
    public bool IsMisspelt(string name) => ValueOf(name) == Misspelt;

    /// <summary>Whether it may say something that belongs to some kinds of step only; nothing of that sort where not.</summary>
    public bool SaysWhatOnlySomeMay => (marks & grammar.MarksOfKinds) != 0;

    public string? Text(string name) => this[name]?.Value;

    public bool? Boolean(string name) => this[name] is { } value ? value.Kind is JsonKind.True : null;

    public int? Integer(string name) => this[name]?.Number is { } number ? (int)number : null;

    public EquatableArray<string> Texts(string name) => Texts(name, pool: null);

    /// <summary>The same of names that stand in the file more than once.</summary>
    public EquatableArray<string> Texts(string name, NamePool? pool)
    {
        if (this[name] is not { } list || list.Tree[list.Index].Next == list.Index + 1)
            return [];
        var count = 0;
        foreach (var _ in list.Items)
            count++;
        var texts = new string[count];
        count = 0;
        foreach (var item in list.Items)
            texts[count++] = pool?.Of(item) ?? item.Value;
        return new(ImmutableCollectionsMarshal.AsImmutableArray(texts));
    }

    /// <summary>A length of time that is written as a number of seconds, or of milliseconds.</summary>
    public Duration? Time(string name, string unit = "s") => this[name] is { } value ? SecondsText.From(value, unit) : null;

    private int ValueOf(string name) => grammar.FindAmong(name.AsSpan(), marks) is >= 0 and var property ? values[property] : Absent;
}
