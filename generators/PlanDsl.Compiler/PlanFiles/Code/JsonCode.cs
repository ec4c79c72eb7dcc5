using System.Globalization;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Writes values as JSON: each is a <c>JsonElement</c>.</summary>
internal sealed class JsonCode(CodeContext context)
{
    private const string Json = "global::PlanDsl.PlanJson";

    /// <summary>A value that there is.</summary>
    public string Of(CodeValue value) => value.Type switch
    {
        { Shape: CodeShape.Json, Expression.MayBeNull: false } => value.Code,
        { Shape: CodeShape.Json or CodeShape.Scalar } => $"{Json}.Of({value.Code})",
        { Shape: CodeShape.Text } => $"{Json}.Of({Spelled(value)})",
        _ when value.Type.Expression.Name == CodeTypes.CommandResult.Expression.Name => $"{Json}.Of({value.Code})",
        { Symbol: null, Shape: CodeShape.Composite, Element: { } element } => $"{Json}.ArrayOf({value.Code}, __item => {Of(new(element, "__item"))})",
        { Symbol: null, Shape: CodeShape.Composite } => OfResults(value),
        _ => $"{Json}.From({value.Code}, {context.Context()})",
    };

    // What a plan has left is known by construction, and asks for no serializer.
    private string OfResults(CodeValue value)
    {
        var known = value.Type.OrNothingElse().Declared;
        var field = context.Fields.OfResults(known, () => AddResults(value.Type, known));
        return field is null ? $"{Json}.Null" : $"{field}({value.Code}, {context.Context()})";
    }

    private string AddResults(CodeType type, string known)
    {
        const string results = "results";
        var inner = new JsonCode(context.Within(CodePlace.DefaultContext));
        var members = type.Members.Select(member =>
        {
            var code = inner.Of(new(member.Type, $"{results}.{member.Name}"));
            return $"({CSharpText.Quote(member.Key)}, {(member.Type.Expression.MayBeMissing ? $"{results}.{member.Name} is null ? null : (global::System.Text.Json.JsonElement?){code}" : code)})";
        });
        return context.Fields.Add($"json of {type.Expression.Display}", $"System.Func<{known}?, global::PlanDsl.StepContext, global::System.Text.Json.JsonElement>",
            $"static ({results}, {CodePlace.DefaultContext}) => {results} is null ? {Json}.Null : {Json}.ObjectOfPresent({string.Join(", ", members)})");
    }

    /// <summary>The string that a value is as JSON and not in C#.</summary>
    public static string Spelled(CodeValue value) => string.Format(CultureInfo.InvariantCulture, value.Type.Expression.AsText!, value.Code);

    /// <summary>A value with others inserted.</summary>
    public string? Write(ValueTemplate value, TextPlace at)
    {
        if (JsonConstant.Of(value) is { } constant)
            return Constant(constant);
        return value switch
        {
            TextValue { Template.Faults.IsEmpty: false } => null,
            TextValue { Template.Whole: { } whole } => new ValueCode(context).Write(whole, at) is { } inserted ? Of(inserted) : null,
            TextValue text => new TextCode(context).Write(text.Template, at) is { } code ? $"{Json}.Of({code})" : null,
            ArrayValue array => Joined("Array", array.Items.Select((item, i) => Write(item, at.Element(i)))),
            ObjectValue map => Joined("Object", map.Properties.Select(property => Named(property, at))),
            _ => null,
        };
    }

    /// <summary>A value that is always the same.</summary>
    public string Constant(string json) => context.Fields.Add("json", "System.Text.Json.JsonElement", $"{Json}.Parse({CSharpText.Quote(json)})");

    private string? Named(NamedValue property, TextPlace at) =>
        Write(property.Value, at.Member(property.Name)) is { } value ? $"({CSharpText.Quote(property.Name)}, {value})" : null;

    // All are written, since each may have faults to tell.
    private static string? Joined(string method, IEnumerable<string?> parts)
    {
        var all = parts.ToList();
        return all.Contains(null) ? null : $"{Json}.{method}({string.Join(", ", all)})";
    }
}
