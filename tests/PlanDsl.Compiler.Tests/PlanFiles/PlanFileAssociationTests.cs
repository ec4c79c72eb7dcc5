using PlanDsl.Model;

namespace PlanDsl.Compiler.Tests;

public class PlanFileAssociationTests
{
    [Theory]
    [InlineData("order.plan.json", "/src/orders/order.plan.json")]
    [InlineData("../order.plan.json", "/src/order.plan.json")]
    [InlineData("plans/report.plan.json", "/src/plans/report.plan.json")]
    [InlineData("report.plan.json", "/src/plans/report.plan.json")]
    [InlineData("./order.plan.json", "/src/orders/order.plan.json")]
    [InlineData(@"plans\report.plan.json", "/src/plans/report.plan.json")]
    [InlineData("/src/order.plan.json", "/src/order.plan.json")]
    public void A_file_is_looked_for_beside_the_class_then_in_the_project_then_by_the_end_of_its_path(string named, string found)
    {
        var association = Among(["/src/orders/order.plan.json", "/src/order.plan.json", "/src/plans/report.plan.json"], named);
        Assert.Equal(found, association.FileOf(association.References[0]));
        Assert.Null(association.FaultOf(association.References[0]));
        Assert.Equal(association.References, association.ClassesOf(found));
    }

    [Fact]
    public void What_is_found_out_of_one_is_not_taken_for_true_of_another()
    {
        var association = Among(["/src/orders/order.plan.json"], "order.plan.json");
        Assert.Single(association.ClassesOf("/src/orders/order.plan.json"));

        Assert.Empty((association with { References = [] }).ClassesOf("/src/orders/order.plan.json"));
        Assert.NotNull((association with { Files = [] }).FaultOf(association.References[0]));
    }

    [Fact]
    public void A_path_is_seen_from_the_project_on_windows_too()
    {
        var association = new PlanFileAssociation([@"C:\src\order.plan.json"], [new("P", "order.plan.json", @"C:\src\orders")], @"C:\src\");
        Assert.Equal(@"C:\src\order.plan.json", association.FileOf(association.References[0]));
        Assert.Equal("plans/order.plan.json", new PlanFilePlace(@"C:\src\plans\order.plan.json", @"C:\src\", "").RelativePath);
    }

    [Theory]
    [InlineData("ordr.plan.json", "Plan file 'ordr.plan.json' is not in the project's AdditionalFiles; there are 'a/order.plan.json', 'b/order.plan.json'; did you mean 'order.plan.json'?")]
    [InlineData("order.plan.json", "Plan file 'order.plan.json' may be any of 'a/order.plan.json', 'b/order.plan.json'; write more of its path")]
    [InlineData("settings.json", "Plan file 'settings.json' is no plan file, whose name ends with '.plan.json'; name one that is in AdditionalFiles")]
    public void A_file_that_nobody_can_tell_is_named(string named, string message)
    {
        var association = Among(["/src/a/order.plan.json", "/src/b/order.plan.json"], named);
        var fault = association.FaultOf(association.References[0])!;
        Assert.Null(association.FileOf(association.References[0]));
        Assert.Equal((RuleIds.PlanFileNotFound, message), (fault.Id, fault.Message));
        Assert.Equal(PropertyNames.File, fault.Anchor.Property);
    }

    [Fact]
    public void Without_any_file_one_is_to_be_added()
    {
        var association = Among([], "order.plan.json");
        Assert.Equal(
            "Plan file 'order.plan.json' is not in the project's AdditionalFiles; there are no plan files among them; add <AdditionalFiles Include=\"order.plan.json\" /> to the project",
            association.FaultOf(association.References[0])!.Message);
    }

    private static PlanFileAssociation Among(string[] files, string named) =>
        new(files.ToEquatableArray(), [new("P", named, "/src/orders")], "/src");
}
