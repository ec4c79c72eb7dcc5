using System.Globalization;
using System.Text;

namespace PlanDsl.Model;

/// <summary>The compilation of one expression. A part with a fault, or about something unknown, is null, and so is what it is part of. A part
/// that has to be evaluated when the plan runs makes the whole such; it is gone through all the same, for what does not fit in it.</summary>
internal sealed partial class ExpressionCompilation(IExpressionTypes types, VariableNames variables)
{
    private static readonly ExpressionType Boolean = new(ValueKind.Boolean, "bool", "bool");

    private readonly List<TypeFault> _faults = [];
    private bool _isDynamic;

    public CompiledExpression Result(TypedValue? value)
    {
        // A number may be as long as one likes, and is what it is when the plan runs.
        _isDynamic |= value?.Literal is { Kind: ValueKind.Number } literal && IsOfNoType(literal);
        return value is null || _faults.Count > 0 ? new(null, null, _faults.ToEquatableArray()) : new(value.Type, _isDynamic ? null : value.Code, []);
    }

    public TypedValue? Value(Expression expression) => expression switch
    {
        LiteralExpression literal => Literal(literal),
        PathExpression path => Path(path),
        UnaryExpression unary => Condition(unary.Operand) is { } operand ? Decision($"!{operand.Code}", unary) : null,
        LogicalExpression logical => Joined(logical),
        BinaryExpression { Operator: BinaryOperator.In } binary => Contained(binary),
        BinaryExpression { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } binary => Equal(binary),
        BinaryExpression binary => Ordered(binary),
        CoalesceExpression coalesce => FirstThere(coalesce),
        _ => expression.Parts.Select(Value).ToList().Contains(null) ? null : Dynamic(expression),
    };

    public TypedValue? Condition(Expression condition)
    {
        if (Value(condition) is not { } value)
            return null;
        if (value.Type.IsDynamic)
            return KindOf(value) is { } found ? Fault(TypeFaultKind.Mismatch, condition, EvaluationFaults.NotBoolean(condition, found)) : Decision("", condition);
        if (value.Type.Kind is not ValueKind.Boolean)
            return Fault(TypeFaultKind.Mismatch, condition, EvaluationFaults.NotBoolean(condition, value.Type.Kind));
        return value.Type.MayBeNull ? MayBeNull(value, condition, "and so neither true nor false; write ?? true or ?? false") : value;
    }

    private static TypedValue Literal(LiteralExpression literal) => literal.Kind switch
    {
        ValueKind.Null => new(new(ValueKind.Null, "object", "null") { MayBeNull = true }, "null", literal),
        ValueKind.Boolean => new(Boolean, literal.Text, literal),
        ValueKind.String => new(new(ValueKind.String, "string", "string"), CSharpText.Quote(literal.Text), literal),
        _ => Number(literal),
    };

    private static bool IsOfNoType(LiteralExpression number) => number.Kind is ValueKind.Number && NumberCode.Literal(number.Text, NumberCode.TypeOf(number.Text)) is null;

    private static TypedValue Number(LiteralExpression literal)
    {
        var type = NumberCode.TypeOf(literal.Text);
        return new(new(ValueKind.Number, NumberCode.NameOf(type), "number") { Number = type }, NumberCode.Literal(literal.Text, type) ?? literal.Text, literal);
    }

    private TypedValue? Joined(LogicalExpression logical)
    {
        var operands = new string[logical.Operands.Count];
        var areAll = true;
        for (var i = 0; i < operands.Length; i++)
        {
            var operand = Condition(logical.Operands[i]);
            areAll &= operand is not null;
            operands[i] = operand?.Code ?? "";
        }

        return areAll ? Decision($"({string.Join(logical.IsAnd ? " && " : " || ", operands)})", logical) : null;
    }

    private TypedValue? Equal(BinaryExpression binary)
    {
        var (left, right) = (Value(binary.Left), Value(binary.Right));
        if (left is null || right is null)
            return null;
        return Equality(left, right, binary, binary.Operator is BinaryOperator.Equal ? "==" : "!=") is { } code ? Decision(code, binary) : null;
    }

    // The empty string where it has to be evaluated when the plan runs.
    private string? Equality(TypedValue left, TypedValue right, BinaryExpression binary, string sign)
    {
        if (left.Type.IsDynamic || right.Type.IsDynamic)
        {
            // What stands in a written list may be anything, but a list it is. Of two that may be null both may be.
            if (KindOf(left) is not { } one || KindOf(right) is not { } other || one == other || (MayBeAbsent(left) && MayBeAbsent(right)))
                return "";
            Fault(TypeFaultKind.Mismatch, binary, $"{Described(left)} and {Described(right)}, so they are never equal; nothing is converted");
            return null;
        }

        if (left.IsNull || right.IsNull)
            return EqualityToNull(left.IsNull ? right : left, sign);
        if (left.Type.Kind != right.Type.Kind)
        {
            Fault(TypeFaultKind.Mismatch, binary, $"{Described(left)} and {Described(right)}, so they are never equal; nothing is converted");
            return null;
        }

        switch (left.Type.Kind)
        {
            case ValueKind.Number:
                return NumberCode.Compare(left, right, sign);
            case ValueKind.Boolean or ValueKind.String:
                return $"({left.Code} {sign} {right.Code})";
            default:
                return Dynamic(binary).Code;
        }
    }

    // What it is wherever it is not null; null where that is not known.
    private static ValueKind? KindOf(TypedValue value) =>
        value.Source is ArrayExpression ? ValueKind.Array
        : value.IsNull ? null
        : !value.Type.IsDynamic ? value.Type.Kind
        : value.Type.Kind is ValueKind.Object ? ValueKind.Object
        : null;

    private static bool MayBeAbsent(TypedValue value) => value.Type.MayBeNull || value is { Type.IsDynamic: true, Source: not ArrayExpression };

    private static string EqualityToNull(TypedValue value, string sign)
    {
        var isNull = sign is "==" ? "is null" : "is not null";
        if (value.IsNull)
            return sign is "==" ? "true" : "false";
        if (value.Type.MayBeNull)
            return $"({value.Code} {isNull})";

        // What may fail is evaluated even where that cannot change the answer.
        return value.MayFail ? $"((object?){value.Code} {isNull})" : sign is "==" ? "false" : "true";
    }

    private TypedValue? Ordered(BinaryExpression binary)
    {
        var (left, right) = (Value(binary.Left), Value(binary.Right));
        if (left is null || right is null)
            return null;
        if (left.Type.IsDynamic || right.Type.IsDynamic)
        {
            // What is known of the dynamic one can only be that it is an object, which has no order.
            return KindOf(left) is { } one && KindOf(right) is { } other ? Fault(TypeFaultKind.Mismatch, binary, EvaluationFaults.NotOrdered(binary, one, other)) : Decision("", binary);
        }

        if (left.Type.Kind != right.Type.Kind || left.Type.Kind is not (ValueKind.Number or ValueKind.String))
            return Fault(TypeFaultKind.Mismatch, binary, EvaluationFaults.NotOrdered(binary, left.Type.Kind, right.Type.Kind));
        if (left.Type.MayBeNull || right.Type.MayBeNull)
            return MayBeNull(left.Type.MayBeNull ? left : right, binary, "which has no order; write ?? and a default");
        var sign = Operators.TextOf(binary.Operator);
        return Decision(left.Type.Kind is ValueKind.Number ? NumberCode.Compare(left, right, sign) : $"(string.CompareOrdinal({left.Code}, {right.Code}) {sign} 0)", binary);
    }

    private TypedValue? Contained(BinaryExpression binary)
    {
        if (Value(binary.Left) is not { } sought)
            return null;
        if (binary.Right is ArrayExpression array)
            return ContainedInLiteral(binary, sought, array);
        if (Value(binary.Right) is not { } collection)
            return null;
        if (collection.Type.IsDynamic)
            return KindOf(collection) is { } found ? Fault(TypeFaultKind.Mismatch, binary.Right, EvaluationFaults.NotAnArray(binary.Right, found)) : Decision("", binary);
        if (collection.Type.Kind is not ValueKind.Array)
            return Fault(TypeFaultKind.Mismatch, binary.Right, EvaluationFaults.NotAnArray(binary.Right, collection.Type.Kind));
        if (collection.Type.MayBeNull)
            return MayBeNull(collection, binary.Right, "and so holds no elements to look at; ask for that first");
        if (types.ElementOf(collection.Type, out _) is not { } type)
            return null;

        var first = new StringBuilder();
        var alike = Evaluated(sought, first);
        var name = variables.Next();
        return Equality(alike, Read(type, name, binary.Right), binary, "==") is { } code
            ? Decision($"({first}global::System.Linq.Enumerable.Any({collection.Code}, {name} => {code}))", binary)
            : null;
    }

    private TypedValue? ContainedInLiteral(BinaryExpression binary, TypedValue sought, ArrayExpression array)
    {
        var first = new StringBuilder();
        var alike = Evaluated(sought, first);
        var alternatives = new List<string>();
        foreach (var item in array.Elements)
        {
            if (Value(item) is { } element && Equality(alike, Evaluated(element, first), binary, "==") is { } code)
                alternatives.Add(code);
        }

        if (alternatives.Count < array.Elements.Count)
            return null;
        var any = alternatives.Count == 0 ? "false" : string.Join(" || ", alternatives);
        return Decision(first.Length == 0 ? $"({any})" : $"({first}({any}))", binary);
    }

    // All operands of 'in' are evaluated before they are compared, so what may fail, or is long, gets a name first.
    private TypedValue Evaluated(TypedValue value, StringBuilder first)
    {
        if (!value.MayFail && value.Source is LiteralExpression or PathExpression)
            return value;
        var name = variables.Next();
        first.Append(value.Code).Append(" is var ").Append(name).Append(" && ");
        return value with { Code = name };
    }

    private static TypedValue Decision(string code, Expression source) => new(Boolean, code, source);

    private TypedValue Dynamic(Expression source)
    {
        _isDynamic = true;
        return new(ExpressionType.Dynamic, "", source);
    }

    private TypedValue Read(ExpressionType type, string code, Expression source) =>
        type.IsDynamic ? Dynamic(source) with { Type = ExpressionType.Dynamic with { Kind = type.Kind, Members = type.Members } }
        : type.AsText is { } call ? new(type with { AsText = null }, string.Format(CultureInfo.InvariantCulture, call, code), source)
        : new(type, code, source);

    // A decision is what is asked for wherever null is none.
    private TypedValue? MayBeNull(TypedValue value, Expression at, string consequence)
    {
        if (value.Type.IsNullJudged)
            return Dynamic(at) with { Type = Boolean };
        var fault = new TypeFault(TypeFaultKind.MayBeNull, at.Start, at.Length, $"{EvaluationFaults.Shown(value.Source)} may be null, {consequence}");
        _faults.Add(fault with { Nullable = value.Source });
        return null;
    }

    private static string Described(TypedValue value) => $"{EvaluationFaults.Shown(value.Source)} is {EvaluationFaults.Named(KindOf(value) ?? value.Type.Kind)}";

    private TypedValue? Fault(TypeFaultKind kind, Expression at, string message) => Fault(kind, at.Start, at.Length, message);

    private TypedValue? Fault(TypeFaultKind kind, int start, int length, string message)
    {
        _faults.Add(new(kind, start, length, message));
        return null;
    }
}
