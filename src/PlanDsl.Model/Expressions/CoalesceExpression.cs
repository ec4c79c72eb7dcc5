using System.Collections.Immutable;

namespace PlanDsl.Model;

/// <summary>The first of some values that is there, <c>a ?? b ?? c</c>: the last if all before it are null or missing.</summary>
public sealed record CoalesceExpression : Expression
{
    /// <summary>Joins <paramref name="operands"/>. One that is itself so joined gives its own in its place, which means the same,
    /// and every path but the last is then one <see cref="PathExpression.HasDefault"/>.</summary>
    /// <param name="operands">At least two values.</param>
    public CoalesceExpression(EquatableArray<Expression> operands) => Operands = Flattened(operands);

    /// <summary>The values, two or more.</summary>
    public EquatableArray<Expression> Operands { get; }

    /// <inheritdoc/>
    public override EquatableArray<Expression> Parts => Operands;

    /// <inheritdoc/>
    public bool Equals(CoalesceExpression? other) => base.Equals(other) && Operands == other!.Operands;

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Operands.GetHashCode() * 31) + 1);

    private static EquatableArray<Expression> Flattened(EquatableArray<Expression> operands)
    {
        var flat = ImmutableArray.CreateBuilder<Expression>(operands.Count);
        foreach (var operand in operands)
        {
            if (operand is CoalesceExpression same)
                flat.AddRange(same.Operands.AsImmutableArray());
            else
                flat.Add(operand);
        }

        for (var i = 0; i < flat.Count - 1; i++)
        {
            if (flat[i] is PathExpression { HasDefault: false } path)
                flat[i] = path with { HasDefault = true };
        }

        return flat.DrainToImmutable();
    }
}
