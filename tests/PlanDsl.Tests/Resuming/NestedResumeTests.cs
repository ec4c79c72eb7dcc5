namespace PlanDsl.Tests;

/// <summary>Runs of plans that run plans, left after each of their events and resumed. Paths come again there: in a later attempt, and in what stands in for
/// something. Nothing that was recorded of one is to be taken for the other.</summary>
public sealed class NestedResumeTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public static TheoryData<string> Plans => [.. NestedPlan.All.Select(static plan => plan.Name)];

    public void Dispose() => _directory.Dispose();

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task Whenever_it_is_left_it_calls_what_it_would_have_called_and_ends_as_it_would_have_ended(string plan)
    {
        var fault = await new NestedRuns(NestedPlan.All.Single(nested => nested.Name == plan), _directory).DisagreementAsync();

        Assert.True(fault is null, fault);
    }
}
