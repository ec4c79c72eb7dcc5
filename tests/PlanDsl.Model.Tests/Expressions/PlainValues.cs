namespace PlanDsl.Model.Tests;

/// <summary>Values as plain objects: <see langword="null"/>, <see cref="bool"/>, <see cref="string"/>, a <see cref="Number"/>, a list, a dictionary.</summary>
internal readonly struct PlainValues : IValueReader<object?>
{
    public sealed record Number(string Text);

    public ValueKind KindOf(object? value) => value switch
    {
        null => ValueKind.Null,
        bool => ValueKind.Boolean,
        Number => ValueKind.Number,
        string => ValueKind.String,
        IReadOnlyList<object?> => ValueKind.Array,
        _ => ValueKind.Object,
    };

    public bool BooleanOf(object? value) => (bool)value!;

    public string NumberOf(object? value) => ((Number)value!).Text;

    public string StringOf(object? value) => (string)value!;

    public int CountOf(object? value) => Elements(value).Count;

    public object? ElementOf(object? value, int index) => Elements(value)[index];

    public IEnumerable<object?> ElementsOf(object? value) => Elements(value);

    public bool TryGetMember(object? value, string name, out object? member) => Members(value).TryGetValue(name, out member);

    public IEnumerable<KeyValuePair<string, object?>> MembersOf(object? value) => Members(value);

    public string JsonOf(object? value) => Json(value);

    private static string Json(object? value) => value switch
    {
        null => "null",
        bool boolean => boolean ? "true" : "false",
        Number number => number.Text,
        string text => "\"" + text + "\"",
        IReadOnlyList<object?> elements => "[" + string.Join(',', elements.Select(Json)) + "]",
        _ => "{" + string.Join(',', Members(value).Select(member => $"\"{member.Key}\":{Json(member.Value)}")) + "}",
    };

    public object? Create(LiteralExpression literal) => literal.Kind switch
    {
        ValueKind.Null => null,
        ValueKind.Boolean => literal.Text is "true",
        ValueKind.Number => new Number(literal.Text),
        _ => literal.Text,
    };

    public object? Create(IReadOnlyList<object?> elements) => elements;

    private static IReadOnlyList<object?> Elements(object? value) => (IReadOnlyList<object?>)value!;

    private static Dictionary<string, object?> Members(object? value) => (Dictionary<string, object?>)value!;
}
