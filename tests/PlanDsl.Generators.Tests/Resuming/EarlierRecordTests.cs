namespace PlanDsl.Generators.Tests;

/// <summary>Runs that earlier versions have recorded.</summary>
public class EarlierRecordTests
{
    private const char Between = '\t';

    [Fact]
    public async Task A_run_of_which_it_is_not_recorded_what_steps_of_sub_plans_return_is_resumed()
    {
        var plan = LeftPlan.Of("""
            [Step(Plan = typeof(Inner))] private partial Task<Inner.Results> Sub(CancellationToken ct);
            [Step] static string Show(Inner.Results sub) => Did.It("show", $"{sub.A}");
            """, others: "[Plan] public partial class Inner { [Step] static int A() => Did.It(\"sub/a\", 5); }");
        var (outcome, events) = await plan.RecordAsync();
        var created = (RunCreatedEvent)events[0];
        events[0] = created with { PlanHash = "earlier", Shape = Earlier(created.Shape!) };

        for (var left = 1; left < events.Length; left++)
            await plan.AssertAsync(await LeftPlan.CutAsync(events[..left]), events[..left], LeftPlan.TextOf(outcome));
    }

    [Fact]
    public async Task What_a_step_of_the_plan_itself_returned_is()
    {
        var (_, events) = await LeftPlan.Of("[Step] static void A() { } [Step(DependsOn = [nameof(A)])] static void B() { }").RecordAsync();
        var created = (RunCreatedEvent)events[0];
        events[0] = created with { PlanHash = "earlier", Shape = Earlier(created.Shape!) };
        var journal = await LeftPlan.CutAsync(events[..4]);

        var refused = await Assert.ThrowsAsync<PlanChangedException>(
            () => LeftPlan.Of("[Step] static int A() => 1; [Step(DependsOn = [nameof(A)])] static void B() { }").ResumeAsync(new() { Journal = journal, AllowChanged = true }));

        Assert.Contains("Step 'a' returned nothing and returns System.Int32.", refused.Message, StringComparison.Ordinal);
    }

    // The options of the plan, and a line for each step, which has what it returns in third place.
    private static string Earlier(string shape) => string.Join('\n', shape.Split('\n').Select(static (line, number) =>
    {
        var parts = line.Split(Between);
        if (number == 0)
            return parts[0];
        if (parts[0].Contains('/', StringComparison.Ordinal))
            parts[2] = "";
        return string.Join(Between, parts);
    }));
}
