using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The types that are known by construction, so that a plan file without a class needs no compilation.</summary>
public static class CodeTypes
{
    private const string Text = "global::PlanDsl.PlanText.Spelled({0})";

    /// <summary><c>string</c>.</summary>
    public static CodeType String { get; } = Scalar(ValueKind.String, "string", isValueType: false);

    /// <summary><c>bool</c>.</summary>
    public static CodeType Boolean { get; } = Scalar(ValueKind.Boolean, "bool");

    /// <summary><c>long</c>.</summary>
    public static CodeType Integer { get; } = Number("long", NumberType.Integer);

    /// <summary><c>decimal</c>.</summary>
    public static CodeType Decimal { get; } = Number("decimal", NumberType.Decimal);

    /// <summary><c>JsonElement</c>, which may be JSON's null.</summary>
    public static CodeType Json { get; } = new(ExpressionType.Dynamic) { Shape = CodeShape.Json, IsValueType = true };

    /// <summary>What a command leaves: <c>{exit_code, stdout, stderr, json}</c>.</summary>
    public static CodeType CommandResult { get; } = Object("global::PlanDsl.CommandResult", "CommandResult", static () =>
    [
        new("exit_code", "ExitCode", Number("int", NumberType.Integer)),
        new("stdout", "Stdout", String),
        new("stderr", "Stderr", String),
        new("json", "Json", Json.OrNull(isJudged: false)),
    ]);

    /// <summary>A class with these members.</summary>
    /// <param name="name">Its full spelling.</param>
    /// <param name="display">Its short spelling.</param>
    /// <param name="members">Its members.</param>
    public static CodeType Object(string name, string display, Func<IReadOnlyList<CodeMember>> members) =>
        new(new(ValueKind.Object, name, display), members) { Shape = CodeShape.Composite };

    /// <summary><c>T[]</c>.</summary>
    public static CodeType ArrayOf(CodeType element) =>
        new(new(ValueKind.Array, element.Declared + "[]", element.Expression.Display + (element.Expression.MayBeNull ? "?[]" : "[]")))
        {
            Shape = CodeShape.Composite,
            Element = element,
            Count = "Length",
        };

    /// <summary>A type of which nothing but its spelling is known, such as the input of a plan that another file declares.</summary>
    public static CodeType Of(TypeRef type)
    {
        var isNullable = type.Nullability is Nullability.Nullable;
        var name = type.IsValueType && isNullable ? type.Name.TrimEnd('?') : type.Name;
        var known = name switch
        {
            "string" => String,
            "bool" => Boolean,
            "global::System.Text.Json.JsonElement" => Json,
            _ => NumberNamed(name) ?? TextNamed(name) ?? Serialized(name, type.Display, type.IsValueType),
        };
        return isNullable ? known.OrNull(isJudged: false) : known;
    }

    internal static CodeType? NumberNamed(string name) => name switch
    {
        "long" or "int" or "short" or "sbyte" or "byte" or "ushort" or "uint" => Number(name, NumberType.Integer),
        "decimal" or "ulong" => Number(name, NumberType.Decimal),
        "double" => Number(name, NumberType.Double),
        "float" => Number(name, NumberType.Single),
        _ => null,
    };

    /// <summary>One of the types that are strings as JSON.</summary>
    internal static CodeType? TextNamed(string name) => name switch
    {
        "char" or "global::System.DateTime" or "global::System.DateTimeOffset" or "global::System.DateOnly" or "global::System.TimeOnly"
            or "global::System.TimeSpan" or "global::System.Guid" => OfText(name, name.Substring(name.LastIndexOf('.') + 1), isValueType: true),
        "global::System.Uri" or "global::System.Version" or "byte[]" => OfText(name, name.Substring(name.LastIndexOf('.') + 1), isValueType: false),
        _ => null,
    };

    /// <summary>A type whose values are strings as JSON.</summary>
    internal static CodeType OfText(string name, string display, bool isValueType) =>
        new(new(ValueKind.String, name, display) { AsText = Text }) { Shape = CodeShape.Text, IsValueType = isValueType };

    /// <summary>A type of which a serializer alone knows what its values are as JSON.</summary>
    internal static CodeType Serialized(string name, string display, bool isValueType) =>
        new(new(ValueKind.Null, name, display) { IsDynamic = true }) { Shape = CodeShape.Serialized, IsValueType = isValueType };

    private static CodeType Number(string name, NumberType number) => new(new(ValueKind.Number, name, name) { Number = number }) { IsValueType = true };

    private static CodeType Scalar(ValueKind kind, string name, bool isValueType = true) => new(new(kind, name, name)) { IsValueType = isValueType };
}
