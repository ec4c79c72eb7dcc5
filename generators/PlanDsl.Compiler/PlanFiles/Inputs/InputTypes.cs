using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The types in C# of the inputs of plan files.</summary>
internal static class InputTypes
{
    public static CodeType Of(InputType? type) => type switch
    {
        InputType.String => CodeTypes.String,
        InputType.Integer => CodeTypes.Integer,
        InputType.Number => CodeTypes.Decimal,
        InputType.Boolean => CodeTypes.Boolean,
        _ => CodeTypes.Json,
    };
}
