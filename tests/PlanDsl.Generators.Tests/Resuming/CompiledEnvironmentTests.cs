using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>Plan files that are compiled and read the environment, as parts of runs that are resumed where that is another.</summary>
public sealed class CompiledEnvironmentTests : IDisposable
{
    private const string Region = "PLANDSL_TEST_REGION_OF_COMPILED";
    private const string Key = "PLANDSL_TEST_KEY_OF_COMPILED";

    private const string Inner = """
        {
          'plan_id': 'inner', 'inputs': { 'region': { 'type': 'string', 'from_env': 'PLANDSL_TEST_REGION_OF_COMPILED' }, 'zone': { 'type': 'integer', 'from_env': 'PLANDSL_TEST_ZONE', 'default': 3 } },
          'steps': [ { 'id': 'a', 'command': 'printf', 'args': ['${region}'] }, { 'id': 'b', 'command': 'printf', 'args': ['{{ a.stdout }}-${region}{{ inputs.zone }}'] } ]
        }
        """;

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Region, null);
        Environment.SetEnvironmentVariable(Key, null);
    }

    [Theory]
    [InlineData(null, "{ 'id': 'sub', 'plan': 'inner' }", "sub.b")]
    [InlineData("us", "{ 'id': 'sub', 'plan': 'inner' }", "sub.b")]
    [InlineData("us", "{ 'id': 'sub', 'plan': 'inner', 'for_each': 'bindings.all' }", "sub[1].b")]
    [InlineData("us", "{ 'id': 'sub', 'command': 'false', 'fallback': { 'plan': 'inner' } }", "sub.b ?? sub.stdout")]
    [InlineData("us", "{ 'id': 'sub', 'plan': 'middle' }", "sub.m.b")]
    public Task They_go_on_with_what_it_was_when_the_run_was_started(string? now, string step, string shown)
    {
        var outer = $"{{ 'plan_id': 'sample', 'order': 'dag', 'bindings': {{ 'all': [1, 2] }}, 'steps': [ {step}, {{ 'id': 'c', 'command': 'printf', 'args': ['{{{{ {shown} }}}}!'] }} ] }}";
        return AssertAsync(new(Load([("inner", Inner), ("middle", "{ 'plan_id': 'middle', 'order': 'dag', 'steps': [ { 'id': 'm', 'plan': 'inner' } ] }"), ("sample", outer)]), "Shop.SamplePlan"), now);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("us")]
    public Task Those_that_a_plan_in_csharp_runs_do_too(string? now) => AssertAsync(new(Load([("inner", Inner)], """
        [Plan("inner.plan.json")] public partial class Inner;

        [Plan] public partial class Outer
        {
            [Step(Plan = typeof(Inner))] private partial Task<Inner.Results> Sub(CancellationToken token);

            [Step] private string Show(Inner.Results sub) => sub.B.Stdout;
        }
        """), "Outer"), now);

    [Fact]
    public async Task A_secret_that_is_missing_is_named_and_the_run_stays_as_it_was()
    {
        var plan = new LeftPlan(Load(
        [
            ("inner", $"{{ 'plan_id': 'inner', 'inputs': {{ 'key': {{ 'type': 'string', 'secret': true, 'from_env': '{Key}' }} }}, 'steps': [ {{ 'id': 'a', 'command': 'true' }}, {{ 'id': 'b', 'command': 'test', 'args': ['${{key}}', '!=', 'x'], 'depends_on': ['a'] }} ] }}"),
            ("sample", "{ 'plan_id': 'sample', 'order': 'dag', 'steps': [ { 'id': 'sub', 'plan': 'inner' }, { 'id': 'c', 'command': 'true', 'depends_on': ['sub'] } ] }"),
        ]), "Shop.SamplePlan");
        Environment.SetEnvironmentVariable(Key, "hush");
        var (_, events) = await plan.RecordAsync();
        Assert.All(events, static told => Assert.DoesNotContain("hush", PlanEventText.Of(told), StringComparison.Ordinal));

        foreach (var (path, isTold) in new[] { ("sub", false), ("sub/b", false), ("c", true) })
        {
            Environment.SetEnvironmentVariable(Key, null);
            var journal = await LeftPlan.CutAsync([.. events.TakeWhile(told => told is not StepStartedEvent started || started.StepPath != path)]);
            var resuming = plan.ResumeAsync(new() { Journal = journal });
            var fault = isTold ? await Assert.ThrowsAsync<JournalException>(() => resuming) : Assert.IsType<JournalException>((await (await resuming).Completion).Error!.Exception);
            Assert.Contains($"'{Key}'", fault.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(await LeftPlan.EventsAsync(journal), static told => told is RunCompletedEvent or StepFailedEvent or StepCancelledEvent);

            Environment.SetEnvironmentVariable(Key, "hush");
            Assert.Equal(RunStatus.Succeeded, (await (await plan.ResumeAsync(new() { Journal = journal })).Completion).Status);
        }
    }

    private static async Task AssertAsync(LeftPlan plan, string? now)
    {
        Environment.SetEnvironmentVariable(Region, "eu");
        var (outcome, events) = await plan.RecordAsync();
        var expected = LeftPlan.TextOf(outcome);
        Assert.Contains("eu-eu3", expected, StringComparison.Ordinal);

        Environment.SetEnvironmentVariable(Region, now);
        for (var left = 1; left < events.Length; left++)
            await plan.AssertAsync(await LeftPlan.CutAsync(events[..left]), events[..left], expected);
    }

    private static System.Reflection.Assembly Load((string Name, string Text)[] files, params string[] sources) => PlanFileRun.Of(
        [.. files.Select(static file => PlanFileRun.File($"{file.Name}.plan.json", file.Text.Replace('\'', '"')))], sources).AssertCompiles().Load();
}
