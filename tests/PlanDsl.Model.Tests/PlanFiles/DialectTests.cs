namespace PlanDsl.Model.Tests;

/// <summary>Plans as other tools wrote them, unmodified.</summary>
public class DialectTests
{
    [Fact]
    public void A_command_pipeline_is_a_graph_of_commands_with_the_defaults_of_its_globals()
    {
        var plan = Read("dialect-command-pipeline.json");

        Assert.Equal("PLAN-NIGHTLY-007", plan.Id);
        Assert.Equal(PlanOrder.Dag, plan.Order);
        Assert.Equal(2, plan.MaxParallel);
        Assert.Equal(new Duration("120s"), plan.DefaultTimeout);
        Assert.Equal("LC_ALL", Assert.Single(plan.Environment).Name);
        Assert.Equal(["extract", "count", "lint", "publish"], plan.Steps.Select(step => step.Id));
        Assert.Equal([0, 1, 2, 1], plan.Steps.Select(step => step.Retry?.Retries ?? 0));
        Assert.Equal("rows_${DAY}.txt", Assert.IsType<CommandBody>(plan.Steps[1].Body).Args[1].ToString());
        Assert.Equal(FailurePolicy.SkipDependents, plan.Steps[1].EffectiveOnFailure);
        Assert.False(plan.Steps[2].IsCritical);
        Assert.Equal([1, 2], PlanGraph.From(plan).PredecessorsOf(3).ToArray());
    }

    [Fact]
    public void An_agent_plan_is_a_sequence()
    {
        var plan = Read("dialect-agent-plan.json");

        Assert.Equal("research-brief", plan.Id);
        Assert.Equal(PlanOrder.Sequential, plan.Order);
        Assert.Equal(PlanFileReader.DefaultMaxParallel, plan.MaxParallel);
        Assert.Equal(["outline", "apologise", "gather[0]", "gather[1]", "compose", "gather"], plan.Steps.Select(step => step.Id));
        var (outline, gather) = (plan.Steps[0], plan.Steps[5]);
        Assert.Equal(new Duration("30000ms"), outline.Timeout);
        Assert.Equal([1], outline.Flow!.FailureBranch);
        Assert.Equal(5, outline.Flow.DefaultNext);
        Assert.True(plan.Steps[1].Flow!.IsOffMainLine);
        Assert.Equal("sources", gather.ResultKey);
        Assert.Equal(2, gather.MaxParallel);
        Assert.Equal("gather", plan.Steps[2].Group);
        Assert.Equal("papers", plan.Steps[2].ResultKey);
        Assert.Equal([0, 1], PlanGraph.From(plan).PredecessorsOf(5).ToArray());
    }

    private static PlanModel Read(string name)
    {
        var file = PlanFileReader.Read(Corpus.Read("Valid", name), name);

        Assert.Empty(file.Check());
        return file.Model;
    }
}
