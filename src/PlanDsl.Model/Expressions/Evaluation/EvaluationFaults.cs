using System.Globalization;

namespace PlanDsl.Model;

/// <summary>The words for what goes wrong in an evaluation. They tell of expressions, and of a value nothing but the names of its members. These are told
/// whole or not at all: they may be secret, and whoever leaves secrets out of a message knows none by a part of it.</summary>
internal static class EvaluationFaults
{
    public const string TooDeep = "the values are nested too deeply to be compared; compare the parts that matter";

    /// <summary>Whether <c>??</c> stands in for what is missing. A member of a number is no such thing: there never can be one.</summary>
    public static bool MayBeMissing(ValueKind kind, PathSegment segment) =>
        kind is ValueKind.Null || kind == (segment.Name is null ? ValueKind.Array : ValueKind.Object);

    public static string NotBoolean(Expression condition, ValueKind kind) =>
        $"{Shown(condition)} is {Named(kind)}, not true or false; {Remedy(condition, kind)}";

    public static string NotOrdered(BinaryExpression binary, ValueKind left, ValueKind right)
    {
        var sign = Operators.TextOf(binary.Operator);
        return $"{Shown(binary.Left)} is {Named(left)} and {Shown(binary.Right)} is {Named(right)}, but {sign} compares two numbers or two strings"
            + (left is ValueKind.Null || right is ValueKind.Null ? "; write ?? and a default for what may be null" : "; nothing is converted");
    }

    public static string NotAnArray(Expression right, ValueKind kind) =>
        $"{Shown(right)} is {Named(kind)}, but 'in' looks for an element of an array; write one there";

    public static string NullAsText(TemplatePart part, bool isElement)
    {
        var shown = part.Kind is TemplatePartKind.Variable ? "'${" + part.Text + "}'" : Shown(part.Expression!);
        return isElement ? $"an element of {shown} is null, which is no argument; let the step that makes it leave it out"
            : part.Kind is TemplatePartKind.Variable ? $"{shown} is null, which is no text; give the input a value"
            : $"{shown} is null, which is no text; write ?? and a default";
    }

    public static string NullOnTheWay(string before, PathExpression path, int at) =>
        $"'{before}' is null, so there is no '{path.TextOfFirst(at + 1)}'; write ?? and a default if that may be";

    public static string NoMember(string before, string name, IEnumerable<string> members)
    {
        var known = members as IReadOnlyCollection<string> ?? [.. members];
        return NoMember(before, name, known, Nearest.Among(known, name));
    }

    public static string NoMember(string before, string name, IReadOnlyCollection<string> members, string? nearest) =>
        $"'{before}' has no member {Excerpt.Quoted(name)}; {(nearest is not null ? $"did you mean '{nearest}'?" : Others(members))}";

    public static string NoMembers(string before, string name, ValueKind kind) =>
        $"'{before}' is {Named(kind)} and has no member {Excerpt.Quoted(name)}; only objects have members";

    public static string NoElement(string before, int index, int count) =>
        $"'{before}' has {(count == 0 ? "no elements" : count == 1 ? "one element" : Text(count) + " elements")}, so there is no [{Text(index)}]; elements are counted from 0";

    public static string NoElements(string before, int index, ValueKind kind) =>
        $"'{before}' is {Named(kind)} and has no element [{Text(index)}]; only arrays have elements";

    public static string Named(ValueKind kind) => kind switch
    {
        ValueKind.Null => "null",
        ValueKind.Boolean => "a boolean",
        ValueKind.Number => "a number",
        ValueKind.String => "a string",
        ValueKind.Array => "an array",
        _ => "an object",
    };

    // No more of it is written than is shown: it may be long, and part of many faults.
    public static string Shown(Expression expression) => Excerpt.Quoted(ExpressionWriter.WriteBeginning(expression, Excerpt.MaxLength + 1));

    private static string Others(IReadOnlyCollection<string> members)
    {
        const int Most = 6;
        return members.Count == 0 ? "it has none"
            : members.Count <= Most && members.All(static member => member.Length <= Excerpt.MaxLength) ? "it has " + string.Join(", ", members.Select(static member => Excerpt.Quoted(member)))
            : "write one of its members";
    }

    // Nothing is taken for true or false, so what was probably meant is written out.
    private static string Remedy(Expression condition, ValueKind kind)
    {
        var text = condition is PathExpression && condition.ToString() is { Length: <= Excerpt.MaxLength } path ? path : "…";
        return kind switch
        {
            ValueKind.Null => $"write a default, as in {text} ?? false",
            ValueKind.Number => $"compare it, as in {text} > 0",
            ValueKind.String => $"compare it, as in {text} == \"{(IsStatus(condition) ? "succeeded" : "ready")}\"",
            ValueKind.Object when condition is PathExpression { Segments.IsEmpty: true, Root: ReferenceRoots.Inputs or ReferenceRoots.Bindings or ReferenceRoots.Env } => $"compare one of its members, as in {text}.name == \"ready\"",
            _ => $"compare it, as in {text} != null",
        };
    }

    private static bool IsStatus(Expression condition) =>
        condition is PathExpression path && StepPath.From(path) is { Member: "status" } named && named.Used == path.Segments.Count;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
