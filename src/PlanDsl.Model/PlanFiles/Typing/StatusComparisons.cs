namespace PlanDsl.Model;

/// <summary>Finds comparisons of the status of a step with what no status is: they always come out the same.</summary>
internal static class StatusComparisons
{
    private static readonly string[] Ends = ["succeeded", "failed", "partial", "skipped", "cancelled"];

    // Of a step that has not ended, which a reader hardly ever sees.
    private static readonly HashSet<string> All = new([.. Ends, "pending", "running", "waiting"], StringComparer.Ordinal);

    private static readonly Nearest Known = new(All);

    /// <summary>Those in an expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="bindings">What the names of its plan mean.</param>
    public static IEnumerable<TypeFault> In(Expression expression, PlanBindings bindings)
    {
        var found = Enumerable.Empty<TypeFault>();
        if (expression is BinaryExpression { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } equality)
            found = Between(equality.Left, equality.Right).Concat(Between(equality.Right, equality.Left));
        else if (expression is BinaryExpression { Operator: BinaryOperator.In, Right: ArrayExpression list } contained)
            found = list.Elements.SelectMany(element => Between(contained.Left, element));
        return found.Concat(expression.Parts.SelectMany(part => In(part, bindings)));

        IEnumerable<TypeFault> Between(Expression status, Expression other)
        {
            if (other is not LiteralExpression { Kind: ValueKind.String } literal || All.Contains(literal.Text) || !IsStatus(status, bindings))
                yield break;
            var nearest = literal.Text is "success" or "ok" or "completed" ? Ends[0] : Known.To(literal.Text);
            var remedy = nearest is not null ? $"did you mean '{nearest}'?" : $"it is {string.Join(", ", Ends.Take(Ends.Length - 1))} or {Ends[Ends.Length - 1]}";
            yield return new(TypeFaultKind.Mismatch, literal.Start, literal.Length, $"{EvaluationFaults.Shown(status)} is never {literal}; {remedy}");
        }
    }

    private static bool IsStatus(Expression expression, PlanBindings bindings) =>
        expression is PathExpression path && StepPath.From(path) is { Member: "status" } named && named.Used == path.Segments.Count && bindings.StepWithId(named.Id) >= 0;
}
