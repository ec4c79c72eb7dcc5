using PlanDsl;

namespace RepoAudit;

public class CriticalPathTests
{
    [Fact]
    public void Is_the_chain_that_took_longest_whether_or_not_it_has_most_steps()
    {
        TimelineStep[] steps = [Step("join", 1, "c", "slow"), Step("a", 2), Step("b", 2, "a"), Step("c", 2, "b"), Step("slow", 9)];

        Assert.Equal(["slow", "join"], CriticalPath.Of(steps));
    }

    [Fact]
    public void Of_nothing_is_empty() => Assert.Empty(CriticalPath.Of([]));

    private static TimelineStep Step(string id, int seconds, params string[] dependsOn) =>
        new(id, dependsOn, TimeSpan.Zero, TimeSpan.FromSeconds(seconds), StepStatus.Succeeded);
}
