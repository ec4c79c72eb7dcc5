using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Gives the members of paths the names that they have as JSON, where they were written as C# has them: what is followed when the plan
/// runs is JSON.</summary>
internal sealed class PathNames(ICodeRoots roots)
{
    /// <summary>The same expression with other names.</summary>
    public Expression Rename(Expression expression) => expression switch
    {
        PathExpression path => Rename(path),
        UnaryExpression unary => new UnaryExpression(Rename(unary.Operand)),
        BinaryExpression binary => new BinaryExpression(binary.Operator, Rename(binary.Left), Rename(binary.Right)),
        LogicalExpression logical => new LogicalExpression(logical.IsAnd, Rename(logical.Operands)),
        CoalesceExpression coalesce => new CoalesceExpression(Rename(coalesce.Operands)),
        ArrayExpression array => new ArrayExpression(Rename(array.Elements)),
        _ => expression,
    };

    private EquatableArray<Expression> Rename(EquatableArray<Expression> parts) => parts.Select(Rename).ToEquatableArray();

    private PathExpression Rename(PathExpression path)
    {
        var start = roots.Find(path)!;
        var type = start.Type;
        var segments = path.Segments.ToArray();
        for (var i = start.Used; i < segments.Length && !type.Expression.IsDynamic; i++)
        {
            var member = segments[i].Name is { } name ? PathTypes.MemberOf(type, name) : null;
            if (member is not null)
                segments[i] = PathSegment.Member(member.Key);
            if ((segments[i].Name is null ? type.Element : member?.Type) is not { } next)
                break;
            type = next;
        }

        return path with { Segments = segments.ToEquatableArray() };
    }
}
