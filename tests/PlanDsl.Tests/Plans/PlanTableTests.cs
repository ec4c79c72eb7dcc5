using PlanDsl.Model;

namespace PlanDsl.Tests;

public sealed class PlanTableTests
{
    [Fact]
    public void A_model_that_is_not_sound_gives_no_table_and_all_its_findings()
    {
        var model = new PlanModel
        {
            Id = "broken",
            Steps = [Tables.Step(0, isAsync: false, 1), Tables.Step(1, isAsync: false, 0), Tables.Step(2, isAsync: false, 9)],
        };

        var thrown = Assert.Throws<InvalidPlanException>(() => PlanTable.From(model));

        Assert.Equal("broken", thrown.PlanId);
        Assert.Equal([RuleIds.Cycle, RuleIds.UnknownDependency], thrown.Ids.Order(StringComparer.Ordinal));
        Assert.All(thrown.Findings, finding => Assert.Contains(finding.Message, thrown.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_from_a_model_says_what_the_constants_in_generated_code_would()
    {
        var model = new PlanModel
        {
            Id = "test",
            MaxParallel = 3,
            Steps =
            [
                Tables.Step(0, isAsync: true) with { ResultType = new("int", "int"), DeclaredResultKey = "number" },
                Tables.Step(1, isAsync: false, 0),
            ],
        };

        var table = PlanTable.From(model);
        var constant = new PlanTable("test", "s0\ns1", "number\n", [3, 2], [0, 1, 1], [1], [0, 1], 3);

        foreach (var same in (PlanTable[])[table, constant])
        {
            Assert.Equal(("test", 2, 3), (same.PlanId, same.StepCount, same.MaxParallel));
            Assert.Equal(["s0", "s1"], same.StepIds);
            Assert.Equal(["number", null], same.ResultKeys);
        }

        Assert.Equal(new PlanDefinition(constant).Steps.Select(static step => step.ToString()), new PlanDefinition(table).Steps.Select(static step => step.ToString()));
    }

    [Fact]
    public void Arrays_that_do_not_agree_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new PlanTable("test", "a", "", [2], [0, 1], [], [0]));
        Assert.Throws<ArgumentException>(() => new PlanTable("test", "a", "", [2], [0], [], [0]));
    }
}
