using System.Collections.Immutable;

namespace PlanDsl.Model;

/// <summary>Conditions that must all hold, <c>a &amp;&amp; b</c>, or of which one must, <c>a || b</c>. They are evaluated from left to
/// right, and no further than needed.</summary>
public sealed record LogicalExpression : Expression
{
    /// <summary>Joins <paramref name="operands"/>. One that is itself so joined gives its own in its place, which means the same.</summary>
    /// <param name="isAnd">Whether all must hold.</param>
    /// <param name="operands">At least two conditions.</param>
    public LogicalExpression(bool isAnd, EquatableArray<Expression> operands)
    {
        IsAnd = isAnd;
        Operands = Flattened(isAnd, operands);
    }

    /// <summary>Whether all must hold; otherwise one is enough.</summary>
    public bool IsAnd { get; }

    /// <summary>The conditions, two or more.</summary>
    public EquatableArray<Expression> Operands { get; }

    /// <inheritdoc/>
    public override EquatableArray<Expression> Parts => Operands;

    /// <inheritdoc/>
    public bool Equals(LogicalExpression? other) => base.Equals(other) && IsAnd == other!.IsAnd && Operands == other.Operands;

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Operands.GetHashCode() * 2) + (IsAnd ? 1 : 0));

    private static EquatableArray<Expression> Flattened(bool isAnd, EquatableArray<Expression> operands)
    {
        var flat = ImmutableArray.CreateBuilder<Expression>(operands.Count);
        foreach (var operand in operands)
        {
            if (operand is LogicalExpression same && same.IsAnd == isAnd)
                flat.AddRange(same.Operands.AsImmutableArray());
            else
                flat.Add(operand);
        }

        return flat.DrainToImmutable();
    }
}
