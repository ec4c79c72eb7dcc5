using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Knows the texts that could not be read, of which parts may be missing.</summary>
internal static class FaultyTexts
{
    public static bool Is(Template template) => !template.Faults.IsEmpty;

    public static bool AreIn(ValueTemplate value) => value switch
    {
        TextValue text => Is(text.Template),
        ArrayValue array => array.Items.Any(AreIn),
        ObjectValue map => map.Properties.Any(static property => AreIn(property.Value)),
        _ => false,
    };
}
