namespace PlanDsl.Model.Tests;

public class ExpressionCompilerTests
{
    [Theory]
    [InlineData("order.total", "order.Total")]
    [InlineData("order.Total", "order.Total")]
    [InlineData("order.lines[0].price > 2.5", "(order.Lines[0].Price > 2.5m)")]
    [InlineData("order.count == 1 && !order.is_paid", "((order.Count == 1L) && !order.IsPaid)")]
    [InlineData("maybe.first.quantity ?? 0", "((long?)maybe?.First?.Quantity ?? 0L)")]
    [InlineData("maybe.name ?? order.name", "(maybe?.Name ?? order.Name)")]
    [InlineData("order.name ?? text", "order.Name")]
    [InlineData("order.rate < 0.1", "(order.Rate < 0.1D)")]
    [InlineData("order.note == null", "(order.Note is null)")]
    [InlineData("order.name in ['a', \"b\"]", "((order.Name == \"a\") || (order.Name == \"b\"))")]
    [InlineData("order.name <= 'a'", "(string.CompareOrdinal(order.Name, \"a\") <= 0)")]
    [InlineData("order.rate == order.total", "global::PlanDsl.Model.Numbers.AreEqual(global::PlanDsl.Model.Numbers.Text(order.Rate), global::PlanDsl.Model.Numbers.Text(order.Total))")]
    public void An_expression_is_written_as_a_person_would(string text, string code)
    {
        var compiled = Compile(text);
        Assert.Empty(compiled.Faults);
        Assert.Equal(code, compiled.Code);
    }

    [Theory]
    [InlineData("order.⟦totl⟧ > 1", TypeFaultKind.UnknownMember, "'order' has no member 'totl'; did you mean 'total'?")]
    [InlineData("order.name.⟦length⟧ > 1", TypeFaultKind.UnknownMember, "'order.name' is a string and has no member 'length'; only objects have members")]
    [InlineData("maybe.⟦total⟧ > 1", TypeFaultKind.MayBeNull, "'maybe' may be null, so there may be no 'maybe.total'; write ?? and a default")]
    [InlineData("⟦order.discount > 1⟧", TypeFaultKind.MayBeNull, "'order.discount' may be null, which has no order; write ?? and a default")]
    [InlineData("order.is_paid && ⟦order.is_checked⟧", TypeFaultKind.MayBeNull, "'order.is_checked' may be null, and so neither true nor false; write ?? true or ?? false")]
    [InlineData("!⟦order.count⟧", TypeFaultKind.Mismatch, "'order.count' is a number, not true or false; compare it, as in order.count > 0")]
    [InlineData("⟦order.count == '1'⟧", TypeFaultKind.Mismatch, "'order.count' is a number and \"1\" is a string, so they are never equal; nothing is converted")]
    [InlineData("⟦order.tax ?? order.rate⟧ > 1", TypeFaultKind.Mismatch, "no one type of number holds all that are in 'order.tax ?? order.rate' exactly; let a default be of the type of what it stands in for")]
    [InlineData("⟦order.note ?? 1⟧ == 'a'", TypeFaultKind.Mismatch, "'order.note' is a string and '1' is a number; let a default be of the type of what it stands in for")]
    [InlineData("1 in ⟦order.name⟧", TypeFaultKind.Mismatch, "'order.name' is a string, but 'in' looks for an element of an array; write one there")]
    public void What_does_not_fit_the_types_is_found_at_its_place(string marked, TypeFaultKind kind, string message)
    {
        var text = Marked.Unmarked(marked);
        var fault = Assert.Single(Compile(text).Faults);
        Assert.Equal((kind, message), (fault.Kind, fault.Message));
        Assert.Equal(marked, Marked.Text(text, [new(fault.Start, fault.Length, fault.Message)]));
    }

    [Theory]
    [InlineData("order.name")]
    [InlineData("order.is_checked")]
    [InlineData("1")]
    public void A_condition_is_a_boolean_that_is_never_null(string text) =>
        Assert.Single(ExpressionCompiler.CompileCondition(Expression.Parse(text).Root!, new ReflectedTypes()).Faults);

    [Fact]
    public void What_nothing_is_known_of_is_no_fault_of_the_expression()
    {
        var compiled = Compile("unknown.x == 1 && order.is_paid");
        Assert.Empty(compiled.Faults);
        Assert.Null(compiled.Code);
    }

    private static CompiledExpression Compile(string text) => ExpressionCompiler.Compile(Expression.Parse(text).Root!, new ReflectedTypes());
}
