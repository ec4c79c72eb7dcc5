using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Writes arguments of commands, of which one text may make several.</summary>
internal sealed class ArgumentCode(CodeContext context)
{
    /// <summary>Items of a collection expression.</summary>
    public EquatableArray<string>? Write(Template template, TextPlace at)
    {
        if (!template.Faults.IsEmpty)
            return null;
        var texts = new TextCode(context);
        if (template.Whole is not { } whole)
            return One(texts.Write(template, at));
        var typed = context.Compile(whole, at);
        if (typed.IsFaulty)
            return null;
        if (typed.Code is not { } code || typed.Type.Expression is { MayBeNull: true, IsNullJudged: true })
            return [$".. {new DynamicCode(context).Call(whole, "ArgumentsOf", context.PlaceOf(at))}"];
        if (typed.Type is not { Element: { } element, Expression.MayBeNull: false })
            return One(texts.Write(whole, at));
        if (element.Expression is { Kind: ValueKind.String, AsText: null, MayBeNull: false })
            return [$".. {code}"];
        return [$".. global::PlanDsl.PlanText.Arguments(global::System.Linq.Enumerable.Select({code}, __item => {JsonOf(element)}), {CSharpText.Quote(whole.ToString())}, {context.PlaceOf(at)})"];
    }

    private string JsonOf(CodeType element) => new JsonCode(context).Of(new(element, "__item"));

    private static EquatableArray<string>? One(string? code) => code is null ? null : [code];
}
