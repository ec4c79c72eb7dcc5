namespace PlanDsl.Model;

/// <summary>How the values that expressions are about are read and made, so that what operators mean stands in one place, whatever
/// values are. A value is one of JSON.</summary>
/// <typeparam name="T">The type of values. Its default is null.</typeparam>
public interface IValueReader<T>
{
    /// <summary>What <paramref name="value"/> is.</summary>
    ValueKind KindOf(T value);

    /// <summary>Whether a boolean is true.</summary>
    bool BooleanOf(T value);

    /// <summary>The text of a number, as JSON has it.</summary>
    string NumberOf(T value);

    /// <summary>The characters of a string.</summary>
    string StringOf(T value);

    /// <summary>How many elements an array has.</summary>
    int CountOf(T value);

    /// <summary>The element of an array at <paramref name="index"/>, which it has.</summary>
    T ElementOf(T value, int index);

    /// <summary>The elements of an array, in their order.</summary>
    IEnumerable<T> ElementsOf(T value);

    /// <summary>Finds the member <paramref name="name"/> of an object; of several with that name the last.</summary>
    bool TryGetMember(T value, string name, out T member);

    /// <summary>The members of an object.</summary>
    IEnumerable<KeyValuePair<string, T>> MembersOf(T value);

    /// <summary>A value as JSON, without spaces between its parts.</summary>
    string JsonOf(T value);

    /// <summary>The value that a literal stands for.</summary>
    T Create(LiteralExpression literal);

    /// <summary>An array of these elements.</summary>
    T Create(IReadOnlyList<T> elements);
}
