using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Writes values as what a parameter or an input takes.</summary>
/// <param name="context">The method for which they are written.</param>
/// <param name="target">The type that is taken.</param>
/// <param name="taker">What takes it, at the start of a sentence.</param>
internal sealed class TargetCode(CodeContext context, CodeType target, string taker)
{
    /// <summary>The value in C#.</summary>
    public string? Write(ValueTemplate value, TextPlace at)
    {
        if (target.Shape is CodeShape.Json)
            return new JsonCode(context).Write(value, at);
        return value switch
        {
            TextValue { Template.Faults.IsEmpty: false } => null,
            TextValue { Template.Whole: LiteralExpression { Kind: ValueKind.Number } number } when target.Expression is { Kind: ValueKind.Number, IsDynamic: false } => Literal(new(number.Text), at),
            TextValue { Template.Whole: { } whole } => Whole(whole, at),
            TextValue text => Text(text.Template, at),
            LiteralValue literal => Literal(literal, at),
            ArrayValue array => Elements(array, at),
            ObjectValue map => Members(map, at),
            _ => null,
        };
    }

    private string? Whole(Expression expression, TextPlace at)
    {
        var typed = context.Compile(expression, at);
        if (typed.IsFaulty)
            return null;
        var value = new ValueCode(context).Of(typed, at);
        var from = value.Type.Expression;
        if (from.MayBeNull && !target.Expression.MayBeNull && (!from.IsDynamic || from.IsNullJudged))
        {
            context.Faults.Add(CodeFaults.MayBeAbsent(expression, $"takes '{CodeFaults.Display(target)}'", WhyNull(expression) ?? value.WhyNull, context.Place, at));
            return null;
        }

        // C# makes a number of a letter, too.
        var areAlike = from.Kind == target.Expression.Kind || from.IsDynamic || target.Expression.IsDynamic;
        if (areAlike && value.Type.Shape is not CodeShape.Json && context.Converts(value.Type, target))
            return value.Code;
        if (from.IsDynamic || target.Expression.IsDynamic)
            return Converted(at, new JsonCode(context).Of(value));
        if (from.Kind != target.Expression.Kind && from.Kind is not ValueKind.Null)
            return Mismatch($"'{expression}' is '{CodeFaults.Display(value.Type)}'", "change one of the two types", at, expression);
        if (target.Shape is CodeShape.Scalar && target.Expression.Kind is ValueKind.String && typed.Code is { } text)
            return text;
        if (target.Shape is not CodeShape.Composite)
            return Converted(at, new JsonCode(context).Of(value));
        return TakesElements && !from.MayBeNull && value.Type.Element is { } element && context.Converts(element, target.Element!)
            && (!element.Expression.MayBeNull || target.Element!.Expression.MayBeNull)
            ? $"[.. {value.Code}]"
            : Mismatch($"'{expression}' is '{CodeFaults.Display(value.Type)}'", "change one of the two types", at, expression);
    }

    // What a path begins with may be absent for a reason of the plan's; what it leads to behind that, by its type.
    private string? WhyNull(Expression expression) =>
        expression is PathExpression path && context.Roots.Find(path) is { } root && root.Used == path.Segments.Count ? root.WhyNull : null;

    private string? Text(Template template, TextPlace at)
    {
        var constant = JsonConstant.TextOf(template);
        if (new TextCode(context).Write(template, at) is not { } code)
            return null;
        if (constant is not null && target is { Shape: CodeShape.Text, Symbol: INamedTypeSymbol { TypeKind: TypeKind.Enum } type })
            return Named(type, constant, at);
        return target switch
        {
            { Shape: CodeShape.Scalar, Expression.Kind: ValueKind.String } => code,
            { Shape: CodeShape.Text or CodeShape.Serialized } => Converted(at, $"global::PlanDsl.PlanJson.Of({code})"),
            _ => Mismatch(constant is null ? "a text is made here" : $"{Shown(constant)} is a string", Remedy, at),
        };
    }

    private string? Named(INamedTypeSymbol type, string name, TextPlace at)
    {
        var known = type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue).ToList();
        if (known.FirstOrDefault(field => SnakeCase.From(field.Name) == name) is { } found)
            return $"{target.Expression.Name}.{TypeNames.Escape(found.Name)}";
        var names = known.Select(static field => SnakeCase.From(field.Name)).ToList();
        return Mismatch($"{Shown(name)} is none of its values", new Nearest(names).To(name) is { } nearest ? $"did you mean '{nearest}'?" : $"it has {string.Join(", ", names.Take(6))}", at);
    }

    private string? Literal(LiteralValue literal, TextPlace at)
    {
        var kind = literal.Json switch { "null" => ValueKind.Null, "true" or "false" => ValueKind.Boolean, _ => ValueKind.Number };
        if (kind is ValueKind.Null && target.Expression.MayBeNull)
            return "null";
        if (target.Expression.IsDynamic)
            return Converted(at, new JsonCode(context).Constant(literal.Json));
        if (kind != target.Expression.Kind)
            return Mismatch(kind is ValueKind.Null ? "null is written" : $"{literal.Json} is {EvaluationFaults.Named(kind)}", Remedy, at);
        return kind is ValueKind.Boolean ? literal.Json
            : TypedNumber.Of(literal.Json, target.Expression.Name) ?? Mismatch($"{literal.Json} is none of its values", Remedy, at);
    }

    private string? Elements(ArrayValue array, TextPlace at)
    {
        if (!TakesElements)
            return target.Expression.IsDynamic || target.Expression.Kind is ValueKind.Array ? Converted(at, new JsonCode(context).Write(array, at)) : Mismatch("an array is written", Remedy, at);
        var element = new TargetCode(context, target.Element!, $"An element of {char.ToLowerInvariant(taker[0])}{taker.Substring(1)}");
        var items = array.Items.Select((item, i) => element.Write(item, at.Element(i))).ToList();
        return items.Contains(null) ? null : $"[{string.Join(", ", items)}]";
    }

    private string? Members(ObjectValue map, TextPlace at)
    {
        if (!target.Expression.IsDynamic && target.Expression.Kind is not ValueKind.Object)
            return Mismatch("an object is written", Remedy, at);
        var isSound = true;
        foreach (var property in target.Expression.IsDynamic ? [] : map.Properties)
            isSound &= Check(property, at.Member(property.Name));
        isSound &= target.Expression.IsDynamic || IsWhole(map, at);
        return isSound ? Converted(at, new JsonCode(context).Write(map, at)) : null;
    }

    private bool IsWhole(ObjectValue map, TextPlace at)
    {
        var given = new HashSet<string>(map.Properties.Select(static property => property.Name), StringComparer.Ordinal);
        string[] missing = [.. target.Members.Where(member => member.IsRequired && !given.Contains(member.Key)).Select(static member => member.Key)];
        if (missing.Length == 0)
            return true;
        context.Faults.Add(new(RuleIds.UnboundParameter, context.Place.Role, at, 0, 0,
        [
            $"Nothing gives a value to {string.Join(", ", missing.Select(static name => $"'{name}'"))}", $"{char.ToLowerInvariant(taker[0])}{taker.Substring(1)} of {context.Place.Name}",
            missing.Length == 1 ? $"add \"{missing[0]}\" to the object, or give that member a default" : "add them to the object, or give these members defaults",
        ]));
        return false;
    }

    // What is written is read again by a serializer, which knows the member by the same name.
    private bool Check(NamedValue property, TextPlace at)
    {
        if (target.Members.FirstOrDefault(member => member.Key == property.Name) is not { } member)
        {
            var names = target.Members.Select(static member => member.Key).ToList();
            var nearest = new Nearest(names).To(property.Name);
            context.Faults.Add(new(RuleIds.UnknownProperty, context.Place.Role, at, 0, 0,
                [property.Name, $"'{target.Expression.Display}'", nearest is null ? $"it has {string.Join(", ", names.Take(6))}" : $"did you mean '{nearest}'?"])
            {
                Suggestion = nearest,
            });
            return false;
        }

        var check = context.ForFaults();
        var isSound = new TargetCode(check, member.Type, $"Member '{member.Key}'").Write(property.Value, at) is not null;
        context.Faults.AddRange(check.Faults);
        return isSound;
    }

    private bool TakesElements => target.Element is not null && CollectionTargets.Takes(target);

    private string Remedy => target.Expression.Kind switch
    {
        ValueKind.Boolean => "write true or false",
        ValueKind.Number => "write a number that it holds",
        ValueKind.String => "write a string",
        ValueKind.Array => "write an array",
        _ => "write an object",
    };

    private static string Shown(string text) => Excerpt.Quoted(text);

    private string? Converted(TextPlace at, string? json)
    {
        if (json is null)
            return null;
        var place = CSharpText.Quote($"'{at}' of {context.Place.RunName}");
        var isClass = target.Expression.MayBeNull && !target.IsValueType;
        return $"global::PlanDsl.PlanJson.{(isClass ? "ToOrNull" : "To")}<{(isClass ? target.Expression.Name : target.Declared)}>({json}, {place}, {context.Context()})";
    }

    private string? Mismatch(string fault, string remedy, TextPlace at, Expression? value = null)
    {
        context.Faults.Add(CodeFaults.Mismatch(taker, target, fault, remedy, context.Place, at, value));
        return null;
    }
}
