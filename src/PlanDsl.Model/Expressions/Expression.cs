namespace PlanDsl.Model;

/// <summary>An expression of a plan file, parsed: what stands between <c>{{</c> and <c>}}</c>, or a condition. Immutable, and equal
/// to another that means the same: where it stands, how it is spaced and which parentheses it could do without makes no difference.
/// The language is specified in <c>docs/expressions.md</c>.</summary>
/// <remarks>Its nodes are nested at most <see cref="MaxDepth"/> deep, so that whoever walks through them may call himself.</remarks>
public abstract record Expression
{
    /// <summary>How deep parentheses, array literals and negations may be nested.</summary>
    public const int MaxDepth = 64;

    // The kinds of nodes are these of this assembly and no others.
    private protected Expression()
    {
    }

    /// <summary>Where it begins in the text that it was parsed from, in UTF-16 units; 0 if it was not.</summary>
    public int Start { get; init; }

    /// <summary>How many UTF-16 units of that text it takes; 0 if it was not parsed.</summary>
    public int Length { get; init; }

    /// <summary>Parses a condition, or any other text that is an expression as a whole. Never throws, and takes time in
    /// proportion to the length of the text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The expression, and all that is wrong with the text.</returns>
    public static ParsedExpression Parse(string text) => Parse(text, 0, text.Length);

    /// <summary>The same for a part of a text, in which all positions are then counted.</summary>
    internal static ParsedExpression Parse(string text, int start, int end) => ExpressionParser.Parse(text, start, end);

    /// <summary>Every path in it, in the order of the text.</summary>
    public IEnumerable<PathExpression> Paths
    {
        get
        {
            var rest = new Stack<Expression>();
            rest.Push(this);
            while (rest.Count > 0)
            {
                var expression = rest.Pop();
                if (expression is PathExpression path)
                    yield return path;
                var parts = expression.Parts;
                for (var i = parts.Count - 1; i >= 0; i--)
                    rest.Push(parts[i]);
            }
        }
    }

    /// <summary>The expressions that it is made of, in the order of the text; none for a literal or a path.</summary>
    public abstract EquatableArray<Expression> Parts { get; }

    /// <summary>Whether both mean the same, wherever they stand.</summary>
    public virtual bool Equals(Expression? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary>The expression as text that is parsed into an equal one.</summary>
    public sealed override string ToString() => ExpressionWriter.Write(this);
}
