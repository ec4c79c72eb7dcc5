namespace PlanDsl.Model;

/// <summary>One evaluation, up to its first fault.</summary>
internal struct ExpressionEvaluation<T, TReader>(TReader reader, IExpressionScope<T> scope)
    where TReader : struct, IValueReader<T>
{
    private readonly ValueComparison<T, TReader> _comparison = new(reader);

    /// <summary>What was wrong; what was returned means nothing then.</summary>
    public ExpressionFault? Fault { get; private set; }

    public bool Decide(Expression condition)
    {
        var value = Evaluate(condition);
        if (Fault is not null)
            return false;
        if (value.Kind is ValueKind.Boolean)
            return _comparison.BooleanOf(value);
        Report(condition, EvaluationFaults.NotBoolean(condition, value.Kind));
        return false;
    }

    public Operand<T> Evaluate(Expression expression)
    {
        if (Fault is not null)
            return Operand<T>.Nothing;
        return expression switch
        {
            LiteralExpression literal => new(literal),
            PathExpression path => Follow(path),
            UnaryExpression unary => Operand<T>.Of(!Decide(unary.Operand)),
            LogicalExpression logical => Join(logical),
            BinaryExpression { Operator: BinaryOperator.In } binary => Contains(binary),
            BinaryExpression binary => Compare(binary),
            CoalesceExpression coalesce => FirstThere(coalesce),
            ArrayExpression array => Elements(array),
            _ => Operand<T>.Nothing,
        };
    }

    /// <summary>The operand as a value for the world outside.</summary>
    public readonly T ToValue(Operand<T> operand)
    {
        if (operand.Literal is { } literal)
            return reader.Create(literal);
        if (operand.Elements is not { } elements)
            return operand.Value;
        var values = new T[elements.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = ToValue(elements[i]);
        return reader.Create(values);
    }

    private Operand<T> Join(LogicalExpression logical)
    {
        foreach (var operand in logical.Operands)
        {
            if (Decide(operand) != logical.IsAnd || Fault is not null)
                return Operand<T>.Of(!logical.IsAnd);
        }

        return Operand<T>.Of(logical.IsAnd);
    }

    private Operand<T> Compare(BinaryExpression binary)
    {
        var left = Evaluate(binary.Left);
        var right = Evaluate(binary.Right);
        if (Fault is not null)
            return Operand<T>.Nothing;
        if (binary.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual)
            return Operand<T>.Of(AreEqual(binary, left, right) == (binary.Operator is BinaryOperator.Equal));
        if (_comparison.Order(left, right) is not { } order)
        {
            Report(binary, EvaluationFaults.NotOrdered(binary, left.Kind, right.Kind));
            return Operand<T>.Nothing;
        }

        return Operand<T>.Of(binary.Operator switch
        {
            BinaryOperator.Less => order < 0,
            BinaryOperator.LessOrEqual => order <= 0,
            BinaryOperator.Greater => order > 0,
            _ => order >= 0,
        });
    }

    private Operand<T> Contains(BinaryExpression binary)
    {
        var sought = Evaluate(binary.Left);
        var array = Evaluate(binary.Right);
        if (Fault is not null)
            return Operand<T>.Nothing;
        if (array.Kind is not ValueKind.Array)
        {
            Report(binary.Right, EvaluationFaults.NotAnArray(binary.Right, array.Kind));
            return Operand<T>.Nothing;
        }

        foreach (var element in _comparison.ElementsOf(array))
        {
            if (AreEqual(binary, sought, element))
                return Operand<T>.Of(true);
        }

        return Operand<T>.Of(false);
    }

    private bool AreEqual(Expression comparison, Operand<T> left, Operand<T> right)
    {
        var areEqual = _comparison.AreEqual(left, right);
        if (areEqual is null)
            Report(comparison, EvaluationFaults.TooDeep);
        return areEqual is true;
    }

    private Operand<T> FirstThere(CoalesceExpression coalesce)
    {
        var value = Operand<T>.Nothing;
        foreach (var operand in coalesce.Operands)
        {
            value = Evaluate(operand);
            if (value.Kind is not ValueKind.Null || Fault is not null)
                break;
        }

        return value;
    }

    private Operand<T> Elements(ArrayExpression array)
    {
        var elements = new Operand<T>[array.Elements.Count];
        for (var i = 0; i < elements.Length; i++)
            elements[i] = Evaluate(array.Elements[i]);
        return new(elements);
    }

    private Operand<T> Follow(PathExpression path)
    {
        if (scope.Find(path, out var used, out var value) is { } wrong)
        {
            Report(path, wrong);
            return Operand<T>.Nothing;
        }

        var kind = reader.KindOf(value);
        for (var i = used; i < path.Segments.Count; i++)
        {
            var segment = path.Segments[i];
            if (!TryGo(kind, segment, ref value))
            {
                if (path.HasDefault && EvaluationFaults.MayBeMissing(kind, segment))
                    return Operand<T>.Nothing;
                Fault ??= new(segment.Start, segment.Length, Missing(path, i, kind, value));
                return Operand<T>.Nothing;
            }

            kind = reader.KindOf(value);
        }

        return new(kind, value);
    }

    private readonly bool TryGo(ValueKind kind, PathSegment segment, ref T value)
    {
        if (segment.Name is { } name)
        {
            if (kind is not ValueKind.Object || !reader.TryGetMember(value, name, out var member))
                return false;
            value = member;
            return true;
        }

        if (kind is not ValueKind.Array || segment.Index >= reader.CountOf(value))
            return false;
        value = reader.ElementOf(value, segment.Index);
        return true;
    }

    private readonly string Missing(PathExpression path, int at, ValueKind kind, T value)
    {
        var segment = path.Segments[at];
        var before = path.TextOfFirst(at);
        return (kind, segment.Name) switch
        {
            (ValueKind.Null, _) => EvaluationFaults.NullOnTheWay(before, path, at),
            (ValueKind.Object, { } name) => EvaluationFaults.NoMember(before, name, reader.MembersOf(value).Select(static member => member.Key)),
            (ValueKind.Array, null) => EvaluationFaults.NoElement(before, segment.Index, reader.CountOf(value)),
            (_, { } name) => EvaluationFaults.NoMembers(before, name, kind),
            _ => EvaluationFaults.NoElements(before, segment.Index, kind),
        };
    }

    private void Report(Expression expression, string message) => Fault ??= new(expression.Start, expression.Length, message);
}
