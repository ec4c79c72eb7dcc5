using PlanDsl.Testing.Internal;

namespace PlanDsl.Compiler.Tests;

public class PlanShapeTests
{
    private const string Step = "{ [Step] void A() {} }";

    [Theory]
    [InlineData("partial class P", "class P")]
    [InlineData("sealed partial class P(int x)", "class P")]
    [InlineData("abstract partial class P : Exception", "class P")]
    [InlineData("partial record P(int X)", "record P")]
    [InlineData("partial struct P", "struct P")]
    [InlineData("readonly partial struct P(int x)", "struct P")]
    [InlineData("readonly partial record struct P(int X)", "record struct P")]
    [InlineData("partial record class P", "record P")]
    public void Classes_records_and_structs_can_be_plans(string declaration, string reopened)
    {
        var spec = ReadPlan.From($"[Plan] public {declaration} {Step}");
        Assert.Equal([reopened], spec.Type.Declarations);
        Assert.True(spec.IsValid);
        Assert.Empty(spec.Findings);
    }

    [Fact]
    public void Types_around_a_plan_are_reopened_with_it()
    {
        var spec = ReadPlan.From($$"""namespace A.@class; partial interface I<T> { partial record struct R<@in> { [Plan] partial class P<U> where U : T {{Step}} } }""", "A.class.I`1+R`1+P`1");
        Assert.Equal(["interface I<T>", "record struct R<@in>", "class P<U>"], spec.Type.Declarations);
        Assert.Equal(("A.@class", "P", "P<U>"), (spec.Type.Namespace, spec.Type.Name, spec.Type.SelfName));
        Assert.Equal("global::A.@class.I{T}.R{@in}.P{U}", spec.Type.Cref);
        Assert.True(spec.Type.CanReopen);
    }

    [Fact]
    public void A_plan_that_is_not_partial_is_told_so_without_an_error_of_ours()
    {
        var spec = ReadPlan.From("[Plan] public class P { [Step] void A() {} }");
        Assert.Equal(["PLAN0001"], spec.Findings.Select(static finding => finding.Id));
        Assert.True(spec.IsValid && spec.Type.CanReopen);
    }

    [Theory]
    [InlineData("[Plan] partial interface P { [Step] void A(); }", "P", false)]
    [InlineData("[Plan] static partial class P { [Step] static void A() {} }", "P", true)]
    [InlineData("[Plan] ref partial struct P { [Step] void A() {} }", "P", true)]
    [InlineData("[Plan] file partial class P { [Step] void A() {} }", "<Test0>F*__P", false)]
    [InlineData("class O { [Plan] internal partial class P { [Step] void A() {} } }", "O+P", false)]
    [InlineData("class X { public partial class O { [Plan] internal partial class P { [Step] void A() {} } } }", "X+O+P", false)]
    [InlineData("[Plan] partial class B { [Step] void A() {} } [Plan] partial class P : B { [Step] void C() {} }", "P", true)]
    public void Other_shapes_are_a_finding_at_the_name(string source, string type, bool canReopen)
    {
        if (type.Contains('*'))
            type = TestCompilation.Create(source).SourceModule.GlobalNamespace.GetTypeMembers("P").Single().MetadataName;
        Assert.Equal(["PLAN0005 @ P"], ReadPlan.Findings(source, type));
        Assert.Equal(canReopen, ReadPlan.From(source, type).Type.CanReopen);
    }

    [Fact]
    public void A_container_that_is_not_partial_is_named()
    {
        var finding = ReadPlan.From($"class Outer {{ [Plan] internal partial class P {Step} }}", "Outer+P").Findings.Single();
        Assert.Equal("'P' cannot be a plan: 'Outer' around it is not partial, so its members cannot be generated; add 'partial' there", finding.Message);
    }

    [Fact]
    public void A_step_in_a_type_that_is_no_plan_is_a_finding_at_the_step()
    {
        var compilation = TestCompilation.Create("class C { [Step] void Stray() {} }");
        var finding = StraySteps.Find(compilation.GetTypeByMetadataName("C")!, PlanSymbols.TryCreate(compilation)!).Single();
        Assert.Equal("'Stray' cannot be a step: 'C' is no plan; mark it [Plan] or remove [Step]", finding.Message);
    }

    [Theory]
    [InlineData("Start")]
    [InlineData("Results")]
    public void A_plan_cannot_be_named_after_a_generated_member(string name) =>
        Assert.Contains($"PLAN0004 @ {name}", ReadPlan.Findings($"[Plan] partial class {name} {Step}", name));

    [Theory]
    [InlineData("class P", "P")]
    [InlineData("class P<T>", "P`1")]
    public void Hint_names_are_metadata_names(string declaration, string hint) =>
        Assert.Equal($"N.{hint}", ReadPlan.From($"namespace N; [Plan] partial {declaration} {Step}", $"N.{hint}").Type.HintName);

    [Fact]
    public void Twins_in_case_get_different_hint_names()
    {
        var source = $"[Plan] partial class Plan1 {Step} [Plan] partial class PLAN1 {Step} partial class plan1 {{ [Plan] partial class P {Step} }}";
        string[] types = ["Plan1", "PLAN1", "plan1+P"];
        var hints = types.Select(type => ReadPlan.From(source, type).Type.HintName).ToArray();
        Assert.Equal(3, hints.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.StartsWith("Plan1-", hints[0]);
    }
}
