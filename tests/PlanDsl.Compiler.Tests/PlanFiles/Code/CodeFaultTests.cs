using PlanDsl.Model;

namespace PlanDsl.Compiler.Tests;

public class CodeFaultTests
{
    private static readonly Microsoft.CodeAnalysis.CSharp.CSharpCompilation Compilation = Sample.Compile();
    private static readonly SymbolTypes Types = new(Compilation);

    [Theory]
    [InlineData("{{ order.⟦totl⟧ }}", "PLAN0207", "'order' has no 'totl', which reference 'order.totl' of step 's' reads; did you mean 'total'?")]
    [InlineData("{{ order.name.⟦first⟧ }}", "PLAN0207", "'order.name' has no 'first', which reference 'order.name.first' of step 's' reads; it is a plain value; end the path here")]
    [InlineData("{{ order.⟦hidden⟧ }}", "PLAN0207", "'order' has no 'hidden', which reference 'order.hidden' of step 's' reads; it has kind, count, big, huge, small, total, …")]
    [InlineData("{{ build.⟦exit_cod⟧ }}", "PLAN0207", "'build' has no 'exit_cod', which reference 'build.exit_cod' of step 's' reads; did you mean 'exit_code'?")]
    [InlineData("{{ build.json.x == order.⟦totl⟧ }}", "PLAN0207", "'order' has no 'totl', which reference 'order.totl' of step 's' reads; did you mean 'total'?")]
    [InlineData("{{ ⟦order.note⟧ }}", "PLAN0204", "Reference 'order.note' of step 's' needs a value, but 'order.note' may be absent, because its type allows null; say what to take then: order.note ?? …")]
    [InlineData("{{ order.first.⟦price⟧ }}", "PLAN0204", "Reference 'order.first.price' of step 's' needs a value, but 'order.first' may be absent, because its type allows null; say what to take then: order.first.price ?? …")]
    [InlineData("{{ ⟦order.count < order.name⟧ }}", "PLAN0510", "args of step 's' has values that do not fit: 'order.count' is a number and 'order.name' is a string, but < compares two numbers or two strings; nothing is converted")]
    public void What_does_not_fit_in_a_text_is_found_at_its_place(string marked, string id, string message) =>
        Check(marked, id, message, MethodRole.Body, static (writer, text) => writer.Text(Template.Parse(text), TextPlace.Of("args")));

    [Theory]
    [InlineData("⟦order.count⟧", "PLAN0308", "condition 'order.count' of step 's' cannot be used: 'order.count' is a number, not true or false; compare it, as in order.count > 0")]
    [InlineData("⟦order.discount > 1⟧", "PLAN0204", "Reference 'order.discount' of condition of step 's' needs a value, but 'order.discount' may be absent, because its type allows null; say what to take then: order.discount ?? …")]
    [InlineData("order.is_paid && order.⟦lins⟧ == []", "PLAN0207", "'order' has no 'lins', which reference 'order.lins' of condition of step 's' reads; did you mean 'lines'?")]
    public void What_does_not_fit_in_a_condition_is_found_at_its_place(string marked, string id, string message) =>
        Check(marked, id, message, MethodRole.When, static (writer, text) => writer.Condition(Expression.Parse(text).Root!, "condition"));

    [Theory]
    [InlineData("int", "⟦{{ order.name }}⟧", "PLAN0202", "Parameter 'p' of step 's' takes 'int', but 'order.name' is 'string'; change one of the two types")]
    [InlineData("int", "{{ ⟦order.discount⟧ }}", "PLAN0204", "Reference 'order.discount' of step 's' takes 'int', but 'order.discount' may be absent, because its type allows null; say what to take then: order.discount ?? …")]
    [InlineData("Order", "{{ ⟦maybe⟧ }}", "PLAN0204", "Reference 'maybe' of step 's' takes 'Order', but 'maybe' may be absent, because the plan goes on when step 'maybe' fails; say what to take then: maybe ?? …")]
    [InlineData("Line", "⟦{{ order }}⟧", "PLAN0202", "Parameter 'p' of step 's' takes 'Line', but 'order' is 'Order'; change one of the two types")]
    [InlineData("int", "⟦{{ 1e400 }}⟧", "PLAN0202", "Parameter 'p' of step 's' takes 'int', but 1e400 is none of its values; write a number that it holds")]
    [InlineData("byte", "⟦{{ 300 }}⟧", "PLAN0202", "Parameter 'p' of step 's' takes 'byte', but 300 is none of its values; write a number that it holds")]
    [InlineData("Level", "⟦very_hig⟧", "PLAN0202", "Parameter 'p' of step 's' takes 'Level', but 'very_hig' is none of its values; did you mean 'very_high'?")]
    [InlineData("bool", "⟦yes⟧", "PLAN0202", "Parameter 'p' of step 's' takes 'bool', but 'yes' is a string; write true or false")]
    public void What_is_not_taken_is_found_at_its_place(string type, string marked, string id, string message)
    {
        var whole = marked[0] == '⟦';
        Check(whole ? marked.Trim('⟦', '⟧') : marked, id, message, MethodRole.Body, (writer, text) => writer.Into(new TextValue(Template.Parse(text)), TextPlace.Of("with").Member("p"), Named(type), "Parameter 'p'"));
    }

    [Theory]
    [InlineData("byte", "300", "Parameter 'p' of step 's' takes 'byte', but 300 is none of its values; write a number that it holds")]
    [InlineData("int", "1.5", "Parameter 'p' of step 's' takes 'int', but 1.5 is none of its values; write a number that it holds")]
    [InlineData("string", "true", "Parameter 'p' of step 's' takes 'string', but true is a boolean; write a string")]
    [InlineData("string", "null", "Parameter 'p' of step 's' takes 'string', but null is written; write a string")]
    public void A_literal_of_another_type_is_found(string type, string json, string message)
    {
        var writer = Writer(MethodRole.Body);
        Assert.Null(writer.Into(new LiteralValue(json), TextPlace.Of("with").Member("p"), Named(type), "Parameter 'p'"));
        Assert.Equal(message, MessageOf(Assert.Single(writer.Faults)));
    }

    [Fact]
    public void The_members_of_an_object_are_checked_one_by_one()
    {
        var writer = Writer(MethodRole.Body);
        var value = new ObjectValue([new("sku", new LiteralValue("1")), new("quantty", new LiteralValue("1"))]);
        Assert.Null(writer.Into(value, TextPlace.Of("with").Member("p"), Named("Line"), "Parameter 'p'"));
        var said = writer.Faults.Select(static fault => $"{fault.Place}: {MessageOf(fault)}").ToArray();
        Assert.Equal(
            ["with.p.sku: Member 'sku' of step 's' takes 'string', but 1 is a number; write a string", "with.p.quantty: 'quantty' is no property of 'Line'; did you mean 'quantity'?"],
            said[..2]);
        Assert.StartsWith("with.p: Nothing gives a value to 'price', ", Assert.Single(said[2..]), StringComparison.Ordinal);
    }

    private static void Check(string marked, string id, string message, MethodRole role, Func<CodeWriter, string, string?> write)
    {
        var writer = Writer(role);
        var text = marked.Replace("⟦", "").Replace("⟧", "");
        Assert.Null(write(writer, text));
        var fault = Assert.Single(writer.Faults);
        Assert.Equal((id, message), (fault.RuleId, MessageOf(fault)));
        if (marked != text)
            Assert.Equal(marked, text.Insert(fault.Start + fault.Length, "⟧").Insert(fault.Start, "⟦"));
    }

    private static string MessageOf(CodeFault fault) => new Finding(fault.RuleId, Anchor.Plan, fault.Args).Message;

    private static CodeType Named(string type) => Types.Of(type switch
    {
        "int" => Compilation.GetSpecialType(Microsoft.CodeAnalysis.SpecialType.System_Int32),
        "byte" => Compilation.GetSpecialType(Microsoft.CodeAnalysis.SpecialType.System_Byte),
        "bool" => Compilation.GetSpecialType(Microsoft.CodeAnalysis.SpecialType.System_Boolean),
        "string" => Compilation.GetSpecialType(Microsoft.CodeAnalysis.SpecialType.System_String),
        _ => Compilation.GetTypeByMetadataName(type)!,
    });

    private static CodeWriter Writer(MethodRole role) =>
        new(Sample.RootsIn(Compilation, Types), new("s", role, role is MethodRole.Body ? "step 's'" : "condition of step 's'"), new(), Types);
}
