using PlanDsl.Model;

namespace PlanDsl.Tests;

public sealed class PlanDefinitionTests
{
    [Fact]
    public void A_definition_describes_the_steps_with_their_policies_in_force()
    {
        var definition = new PlanDefinition(Tables.Of(
            Tables.Step(0, isAsync: true) with { ResultType = new("int", "int") },
            Tables.Step(1, isAsync: false) with { OnFailure = FailurePolicy.SkipDependents },
            Tables.Step(2, isAsync: false, 1, 0) with { Critical = false }));

        Assert.Equal("test", definition.Id);
        Assert.Null(definition.MaxParallel);
        Assert.Equal(["s0", "s1", "s2"], definition.Steps.Select(static step => step.Id));
        Assert.Equal(["s0", null, null], definition.Steps.Select(static step => step.ResultKey));
        Assert.Equal([FailurePolicy.Abort, FailurePolicy.SkipDependents, FailurePolicy.Continue], definition.Steps.Select(static step => step.OnFailure));
        Assert.Equal([true, true, false], definition.Steps.Select(static step => step.IsCritical));
        Assert.Equal([true, false, false], definition.Steps.Select(static step => step.IsAsync));
        Assert.Equal(["s0", "s1"], definition.Steps[2].DependsOn);
    }

    [Fact]
    public void Mermaid_draws_nodes_and_then_edges_in_declaration_order()
    {
        Assert.Equal(
            """
            flowchart TD
                s0["fetch"]
                s1["end"]
                s0 --> s1

            """.ReplaceLineEndings("\n"),
            Drawn("plan", "fetch", "end").ToMermaid());
    }

    [Fact]
    public void Mermaid_labels_are_escaped()
    {
        var text = Drawn("plan", "a\"b#c", "<b>`x`").ToMermaid();

        Assert.Contains("""s0["a#quot;b#35;c"]""", text, StringComparison.Ordinal);
        Assert.Contains("""s1["#lt;b#gt;#96;x#96;"]""", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Dot_quotes_every_name()
    {
        Assert.Equal(
            """
            digraph "Shop.Plan" {
                "graph";
                "a\"b\\c";
                "graph" -> "a\"b\\c";
            }

            """.ReplaceLineEndings("\n"),
            Drawn("Shop.Plan", "graph", "a\"b\\c").ToDot());
    }

    [Fact]
    public void A_group_is_drawn_around_its_members_where_the_first_of_them_stands()
    {
        var definition = new PlanDefinition(PlanTable.From(Grouped));

        Assert.Equal(
            """
            flowchart TD
                s0["prepare"]
                subgraph s4["mirrors"]
                    s1["near"]
                    s2["far"]
                end
                s3["unpack"]
                s0 --> s4
                s4 --> s3

            """.ReplaceLineEndings("\n"),
            definition.ToMermaid());
        Assert.Equal(
            """
            digraph "test" {
                compound = true;
                "prepare";
                subgraph "cluster_mirrors" {
                    label = "mirrors";
                    "near";
                    "far";
                }
                "unpack";
                "prepare" -> "near" [lhead = "cluster_mirrors"];
                "near" -> "unpack" [ltail = "cluster_mirrors"];
            }

            """.ReplaceLineEndings("\n"),
            definition.ToDot());
    }

    [Fact]
    public void A_definition_says_which_steps_are_members_of_a_group()
    {
        var definition = new PlanDefinition(PlanTable.From(Grouped));

        Assert.Equal([null, "mirrors", "mirrors", null, null], definition.Steps.Select(static step => step.Group));
        Assert.Equal(["prepare"], definition.Steps[4].DependsOn);
        Assert.Equal(["mirrors"], definition.Steps[3].DependsOn);
        Assert.Empty(definition.Steps[1].DependsOn);
    }

    private static PlanModel Grouped => new()
    {
        Id = "test",
        Steps =
        [
            new() { Id = "prepare" },
            new() { Id = "near", Group = "mirrors", DependsOn = ["prepare"] },
            new() { Id = "far", Group = "mirrors" },
            new() { Id = "unpack", DependsOn = ["far"] },
            new() { Id = "mirrors", Parallel = new() { Strategy = ParallelStrategy.Any } },
        ],
    };

    private static PlanDefinition Drawn(string plan, string first, string second) =>
        new(new PlanTable(plan, $"{first}\n{second}", "\n", [2, 2], [0, 1, 1], [1], [0, 1]));
}
