using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Writes expressions whose value keeps its type.</summary>
internal sealed class ValueCode(CodeContext context)
{
    /// <summary>The value: of its own type in C# where that is known, else as JSON.</summary>
    public CodeValue? Write(Expression expression, TextPlace at)
    {
        var typed = context.Compile(expression, at);
        return typed.IsFaulty ? null : Of(typed, at);
    }

    /// <summary>The same for an expression that has been compiled.</summary>
    public CodeValue Of(TypedExpression typed, TextPlace at)
    {
        // What is a string as JSON may be more in C#, and what a serializer would be needed for is at hand there.
        if (typed.Source is PathExpression path && PathStart.Of(path, context.Roots) is var (value, used) && used == path.Segments.Count)
            return value;
        if (typed.Compiled.Type is { Kind: ValueKind.Null, IsDynamic: false })
            return new(CodeTypes.Json, "global::PlanDsl.PlanJson.Null");
        return typed.Code is { } code && !NumberLiterals.AreRespelled(typed)
            ? new(typed.Type, code)
            : new(CodeTypes.Json, new DynamicCode(context).Call(typed.Source, "ValueOf", context.PlaceOf(at)));
    }
}
