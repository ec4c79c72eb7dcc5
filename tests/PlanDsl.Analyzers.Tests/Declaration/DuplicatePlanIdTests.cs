using PlanDsl.Testing.Internal;

namespace PlanDsl.Analyzers.Tests;

public sealed class DuplicatePlanIdTests
{
    [Fact]
    public async Task Reports_every_plan_but_the_first_with_an_id()
    {
        var diagnostics = await Verify.Test.RunAsync(
            """
            namespace Shop;

            [Plan(Id = "report")] public partial class First { [Step] void Build() { } }
            [Plan(Id = {|PLAN0009:"report"|})] public partial class Second { [Step] void Build() { } }
            """,
            """[Plan(Id = {|PLAN0009:"report"|})] public partial class Third { [Step] void Build() { } }""");

        Assert.All(diagnostics, diagnostic => Assert.Equal(
            "Plan id 'report' is already taken by 'Shop.First'; give one of them another [Plan(Id = …)]", diagnostic.GetMessage(null)));
    }

    [Fact]
    public async Task The_first_is_first_in_the_compilation_as_for_the_generator_whatever_its_path()
    {
        // Test2.cs stands before Test10.cs, but not in the order of the alphabet.
        string[] sources = [.. Enumerable.Repeat("", 11)];
        sources[2] = """[Plan(Id = "report")] public partial class Zebra { [Step] void Build() { } }""";
        sources[10] = """[Plan(Id = {|PLAN0009:"report"|})] public partial class Ant { [Step] void Build() { } }""";
        await Verify.Test.RunAsync(sources);
    }

    [Fact]
    public Task A_plan_stands_where_its_attribute_does() => Verify.Test.RunAsync(
        "public partial class First { }",
        """[Plan(Id = "report")] public partial class Second { [Step] void Build() { } }""",
        """[Plan(Id = {|PLAN0009:"report"|})] public partial class First { [Step] void Build() { } }""");

    [Fact]
    public Task Reports_a_name_that_another_plan_has_taken_as_its_id() => Verify.ReportsAsync(
        """
        [Plan(Id = "Second")] public partial class First { [Step] void Build() { } }
        [Plan] public partial class {|PLAN0009:Second|} { [Step] void Build() { } }
        """,
        "Plan id 'Second' is already taken by 'First'; give one of them another [Plan(Id = …)]");

    [Fact]
    public Task Accepts_ids_that_differ_in_case_and_one_plan_in_two_parts() => Verify.AcceptsAsync(
        """
        [Plan(Id = "report")] public partial class First { [Step] void Build() { } }
        [Plan(Id = "Report")] public partial class Second { [Step] void Build() { } }
        """,
        "public partial class First { [Step] void Send() { } }");
}
