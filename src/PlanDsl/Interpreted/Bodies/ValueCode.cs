using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>A JSON value into which values are inserted, made ready when the plan is loaded: what is always the same is made only once.</summary>
internal sealed class ValueCode
{
    private readonly ValueTemplate _value;

    public ValueCode(ValueTemplate value)
    {
        _value = value;
        if (IsConstant(value))
            Constant = JsonValues.Write(value, static (writer, value) => Write(writer, value, values: null));
    }

    /// <summary>An object without properties.</summary>
    public static ValueCode Nothing { get; } = new(new ObjectValue([]));

    /// <summary>The value, where nothing is inserted into it.</summary>
    public JsonElement? Constant { get; }

    /// <summary>Makes the value.</summary>
    public JsonElement Make(StepScope values)
    {
        if (Constant is { } constant)
            return constant;
        return _value is TextValue { Template: { Whole: { } whole } }
            ? values.ValueOf(whole, "with")
            : JsonValues.Write((_value, values), static (writer, source) => Write(writer, source._value, source.values));
    }

    private static bool IsConstant(ValueTemplate value) => value switch
    {
        TextValue text => text.Template.IsLiteral,
        ArrayValue array => array.Items.All(IsConstant),
        ObjectValue map => map.Properties.All(static property => IsConstant(property.Value)),
        _ => true,
    };

    private static void Write(Utf8JsonWriter writer, ValueTemplate value, StepScope? values)
    {
        switch (value)
        {
            case TextValue { Template: { Whole: { } whole } }:
                JsonValues.WriteTo(writer, values!.ValueOf(whole, "with"));
                break;
            case TextValue text:
                writer.WriteStringValue(text.Template.IsLiteral ? LiteralOf(text.Template) : values!.TextOf(text.Template, "with"));
                break;
            case ArrayValue array:
                writer.WriteStartArray();
                foreach (var item in array.Items)
                    Write(writer, item, values);
                writer.WriteEndArray();
                break;
            case ObjectValue map:
                writer.WriteStartObject();
                foreach (var (name, property) in map.Properties)
                {
                    writer.WritePropertyName(name);
                    Write(writer, property, values);
                }

                writer.WriteEndObject();
                break;
            case LiteralValue literal:
                writer.WriteRawValue(literal.Json);
                break;
        }
    }

    private static string LiteralOf(Template template) => template.Parts.IsEmpty ? "" : template.Parts[0].Text;
}
