namespace PlanDsl.Model;

/// <summary>When two values are equal, and which of two comes first. Nothing is converted for that.</summary>
internal readonly struct ValueComparison<T, TReader>(TReader reader)
    where TReader : IValueReader<T>
{
    // Deeper than any document that is read may be nested, and far from the end of the stack.
    private const int MaxDepth = 1_000;

    /// <summary>Whether they are equal; <see langword="null"/> if they are nested too deeply to tell.</summary>
    public bool? AreEqual(Operand<T> left, Operand<T> right) => AreEqual(left, right, 0);

    /// <summary>Less than 0 if <paramref name="left"/> comes first; <see langword="null"/> unless both are numbers or both are strings.</summary>
    public int? Order(Operand<T> left, Operand<T> right) => (left.Kind, right.Kind) switch
    {
        (ValueKind.Number, ValueKind.Number) => NumberText.Compare(TextOf(left), TextOf(right)),
        (ValueKind.String, ValueKind.String) => string.CompareOrdinal(TextOf(left), TextOf(right)),
        _ => null,
    };

    public bool BooleanOf(Operand<T> operand) => operand.Literal is { } literal ? literal.Text is "true" : reader.BooleanOf(operand.Value);

    public IEnumerable<Operand<T>> ElementsOf(Operand<T> array) => array.Elements ?? Elements(reader, array.Value);

    // Not an instance method: an iterator cannot hold this struct by reference.
    private static IEnumerable<Operand<T>> Elements(TReader reader, T array)
    {
        foreach (var element in reader.ElementsOf(array))
            yield return new(reader.KindOf(element), element);
    }

    private string TextOf(Operand<T> operand) =>
        operand.Literal is { } literal ? literal.Text
        : operand.Kind is ValueKind.Number ? reader.NumberOf(operand.Value)
        : reader.StringOf(operand.Value);

    private bool? AreEqual(Operand<T> left, Operand<T> right, int depth)
    {
        if (left.Kind != right.Kind)
            return false;
        if (depth > MaxDepth)
            return null;
        return left.Kind switch
        {
            ValueKind.Null => true,
            ValueKind.Boolean => BooleanOf(left) == BooleanOf(right),
            ValueKind.Number => NumberText.Compare(TextOf(left), TextOf(right)) == 0,
            ValueKind.String => string.Equals(TextOf(left), TextOf(right), StringComparison.Ordinal),
            ValueKind.Array => AreArraysEqual(left, right, depth + 1),
            _ => AreObjectsEqual(left.Value, right.Value, depth + 1),
        };
    }

    private bool? AreArraysEqual(Operand<T> left, Operand<T> right, int depth)
    {
        using var others = ElementsOf(right).GetEnumerator();
        foreach (var element in ElementsOf(left))
        {
            if (!others.MoveNext())
                return false;
            if (AreEqual(element, others.Current, depth) is not true and var unequal)
                return unequal;
        }

        return !others.MoveNext();
    }

    // The order of members makes no difference.
    private bool? AreObjectsEqual(T left, T right, int depth)
    {
        var others = Members(right);
        var members = Members(left);
        if (members.Count != others.Count)
            return false;
        foreach (var member in members)
        {
            if (!others.TryGetValue(member.Key, out var other))
                return false;
            if (AreEqual(new(reader.KindOf(member.Value), member.Value), new(reader.KindOf(other), other), depth) is not true and var unequal)
                return unequal;
        }

        return true;
    }

    private Dictionary<string, T> Members(T value)
    {
        var members = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var member in reader.MembersOf(value))
            members[member.Key] = member.Value;
        return members;
    }
}
