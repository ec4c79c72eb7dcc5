using System.Globalization;

namespace PlanDsl.Model;

internal sealed partial class ExpressionCompilation
{
    private TypedValue? Path(PathExpression path)
    {
        if (types.Find(path, out var used, out var code) is not { } type)
            return null;

        var isConditional = false;
        for (var i = used; i < path.Segments.Count; i++)
        {
            if (type is { IsDynamic: true, MayBeMissing: true } && !path.HasDefault)
                return NullOnTheWay(path, i);
            if (type is { IsDynamic: true, Members: null })
                return Dynamic(path);
            if (type.MayBeNull && !path.HasDefault)
                return type.IsNullJudged ? Dynamic(path) : NullOnTheWay(path, i, IsNothing(type));
            if (IsNothing(type) || (path.HasDefault && IsWithout(type, path.Segments[i])))
                return new(new(ValueKind.Null, "object", "null") { MayBeNull = true }, "null", path);
            var next = path.Segments[i].Name is { } name ? Member(path, i, AsJson(type), name, ref code, ref isConditional) : Element(path, i, AsJson(type), ref code, ref isConditional);
            if (next is null)
                return null;
            type = next;
        }

        return Read(isConditional ? type with { MayBeNull = true } : type, code, path);
    }

    private static bool IsNothing(ExpressionType type) => type is { Kind: ValueKind.Null, IsDynamic: false };

    private bool IsWithout(ExpressionType type, PathSegment segment) => segment.Name is { } name
        ? type is { IsJson: true, Kind: ValueKind.Object, Members: { } members } && !IsAmong(members, name)
        : type is { Kind: ValueKind.Array, Count: { } count } && segment.Index >= count;

    // Where nothing but the names of the members is known, it is an object as a constant is one.
    private static ExpressionType AsJson(ExpressionType type) => type is { IsDynamic: true, Members: not null } ? type with { IsJson = true } : type;

    private TypedValue? NullOnTheWay(PathExpression path, int at, bool isNull = false)
    {
        var segment = path.Segments[at];
        _faults.Add(new(TypeFaultKind.MayBeNull, segment.Start, segment.Length, $"'{path.TextOfFirst(at)}' may be null, so there may be no '{path.TextOfFirst(at + 1)}'; write ?? and a default")
        {
            Path = path,
            Segment = at,
            Nullable = path,
            IsNull = isNull,
        });
        return null;
    }

    private ExpressionType? LeftOut(PathExpression path, int at)
    {
        var segment = path.Segments[at];
        _faults.Add(new(TypeFaultKind.MayBeNull, segment.Start, segment.Length, $"'{path.TextOfFirst(at)}' may have no '{path.TextOfFirst(at + 1)}'; write ?? and a default")
        {
            Path = path,
            Segment = at + 1,
            Nullable = path,
            IsLeftOut = true,
        });
        return null;
    }

    private ExpressionType? Unknown(PathExpression path, int at, string message, EquatableArray<string> members, ValueKind found = ValueKind.Null, int? count = null, string? nearest = null)
    {
        var segment = path.Segments[at];
        _faults.Add(new(TypeFaultKind.UnknownMember, segment.Start, segment.Length, message)
        {
            Path = path,
            Segment = at,
            Members = members,
            Nearest = nearest,
            IsList = found is ValueKind.Array,
            IsObject = found is ValueKind.Object,
            Count = count,
        });
        return null;
    }

    private ExpressionType? UnknownOf(PathExpression path, int at, string name, EquatableArray<string> members, ValueKind found)
    {
        var nearest = types is IManyMembers many ? many.NearestMember(members, name) : Nearest.Among(members, name);
        return Unknown(path, at, EvaluationFaults.NoMember(path.TextOfFirst(at), name, members, nearest), members, found, nearest: nearest);
    }

    private bool IsAmong(EquatableArray<string> members, string name) =>
        types is IManyMembers many ? many.HasMember(members, name) : members.Contains(name, StringComparer.Ordinal);

    private ExpressionType? Member(PathExpression path, int at, ExpressionType type, string name, ref string code, ref bool isConditional)
    {
        if (type.Kind is not ValueKind.Object)
            return Unknown(path, at, EvaluationFaults.NoMembers(path.TextOfFirst(at), name, type.Kind), [], type.Kind);
        if (type.IsJson)
            return type.Members is { } known && !IsAmong(known, name) ? UnknownOf(path, at, name, known, ValueKind.Object) : ExpressionType.Dynamic;
        if (types.MemberOf(type, name, out var member) is not { } found)
            return UnknownOf(path, at, name, types.MembersOf(type).ToEquatableArray(), ValueKind.Null);

        if (found.MayBeMissing && !path.HasDefault)
            return LeftOut(path, at);
        isConditional |= type.MayBeNull;
        code += (type.MayBeNull ? "?." : ".") + member;
        return found;
    }

    private ExpressionType? Element(PathExpression path, int at, ExpressionType type, ref string code, ref bool isConditional)
    {
        var segment = path.Segments[at];
        var index = segment.Index.ToString(CultureInfo.InvariantCulture);
        if (type.Kind is not ValueKind.Array)
            return Unknown(path, at, EvaluationFaults.NoElements(path.TextOfFirst(at), segment.Index, type.Kind), type.IsJson ? type.Members ?? [] : type.Kind is ValueKind.Object ? types.MembersOf(type).ToEquatableArray() : [], type.Kind);
        if (type.Count is { } known && segment.Index >= known)
            return Unknown(path, at, EvaluationFaults.NoElement(path.TextOfFirst(at), segment.Index, known), [], ValueKind.Array, known);
        if (type.IsJson)
            return ExpressionType.Dynamic;
        if (types.ElementOf(type, out var count) is not { } element)
            return null;
        if (count is null)
            return ExpressionType.Dynamic;
        if (!path.HasDefault)
        {
            code = $"{types.Indexed(code, path.TextOfFirst(at))}[{index}]";
            return element;
        }

        // One past the end is null here, where C# would throw.
        var list = variables.Next();
        code = $"({code} is {{ {count}: > {index} }} {list} ? ({element.Name}?){list}[{index}] : null)";
        isConditional = true;
        return element with { MayBeNull = true };
    }

    private TypedValue? FirstThere(CoalesceExpression coalesce)
    {
        var operands = new List<TypedValue>();
        var areAll = true;
        var isDynamic = false;
        foreach (var part in coalesce.Operands)
        {
            var operand = Value(part);
            areAll &= operand is not null;
            isDynamic |= operand?.Type.IsDynamic is true;
            if (operand is null || operand.IsNull || operand.Type.IsDynamic)
                continue;

            // What follows a value that is never null is never looked at.
            if (operands.Count == 0 || operands[operands.Count - 1].Type.MayBeNull)
                operands.Add(operand);
            areAll &= HaveOneKind(operands[0], operand, coalesce);
        }

        if (!areAll)
            return null;
        if (isDynamic)
            return Dynamic(coalesce);
        if (operands.Count == 0)
            return Value(coalesce.Operands[0]);
        if (operands.Count == 1)
            return operands[0];
        var last = operands[operands.Count - 1].Type;
        var type = operands[0].Type with { MayBeNull = last.MayBeNull, IsNullJudged = last.IsNullJudged };
        if (type.Kind is ValueKind.Number)
            return FirstNumber(coalesce, operands, type);
        return new(type, $"({string.Join(" ?? ", operands.Select(static operand => operand.Code))})", coalesce);
    }

    private bool HaveOneKind(TypedValue first, TypedValue other, CoalesceExpression coalesce)
    {
        if (first.Type.Kind == other.Type.Kind && (first.Type.Kind is not (ValueKind.Array or ValueKind.Object) || first.Type.Name == other.Type.Name || first.Type.IsJson || other.Type.IsJson))
            return true;
        Fault(TypeFaultKind.Mismatch, coalesce, $"{Described(first)} and {Described(other)}; let a default be of the type of what it stands in for");
        return false;
    }

    private TypedValue? FirstNumber(CoalesceExpression coalesce, List<TypedValue> operands, ExpressionType type)
    {
        NumberType? common = null;
        foreach (var operand in operands)
        {
            if (operand.Literal is null)
                common = common is { } known ? NumberCode.Common(known, operand.Type.Number) ?? NumberType.None : operand.Type.Number;
        }

        if (common is NumberType.Integer && operands.Any(static operand => operand.Literal is { } literal && NumberCode.Literal(literal.Text, NumberType.Integer) is null))
            common = NumberType.Decimal;
        var held = common ?? operands[0].Type.Number;
        var codes = operands.Select(operand =>
            operand.Literal is { } literal ? NumberCode.Literal(literal.Text, held)
            : $"({NumberCode.NameOf(held)}{(operand.Type.MayBeNull ? "?" : "")}){operand.Code}").ToList();
        if (operands.Any(static operand => operand.Literal is { } literal && IsOfNoType(literal)))
            return Dynamic(coalesce) with { Type = type };
        if (held is NumberType.None || codes.Contains(null))
            return Fault(TypeFaultKind.Mismatch, coalesce, $"no one type of number holds all that are in {EvaluationFaults.Shown(coalesce)} exactly; let a default be of the type of what it stands in for");
        var name = NumberCode.NameOf(held);
        return new(type with { Number = held, Name = name, Display = name }, $"({string.Join(" ?? ", codes)})", coalesce);
    }
}
