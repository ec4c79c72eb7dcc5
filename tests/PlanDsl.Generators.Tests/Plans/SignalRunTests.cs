using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>Loads plans whose steps wait for signals, and sends them some.</summary>
public class SignalRunTests
{
    private const string Plan = """
        public sealed record Approval(string By);

        [Plan(DefaultTimeout = "1s")]
        public partial class P
        {
            [Signal("approve", Timeout = "2d")] private partial Task<Approval> Approve();
            [Signal("go"), Step(DependsOn = [nameof(Approve)])] public partial ValueTask Go();
            [Step(DependsOn = [nameof(Go)])] static string Show(Approval approve) => approve.By;
        }
        """;

    [Fact]
    public async Task A_step_ends_when_its_signal_comes() => Assert.Equal("anna", await RunAsync("""
        public static class Test
        {
            public static async Task<string> Run()
            {
                var run = new P().Start();
                run.Signal("go");
                run.Signal("approve", new Approval("anna"));
                return (await run.GetResultsAsync()).Show;
            }
        }
        """));

    [Fact]
    public async Task A_wait_is_bounded_by_its_own_timeout_and_not_by_the_default()
    {
        var clock = new ManualTimeProvider();
        var assembly = PlanSources.Generate(Plan, """
            public static class Test
            {
                public static async Task<string> Run(TimeProvider clock, Action<TimeSpan> advance)
                {
                    var run = new P().Start(new PlanOptions { TimeProvider = clock });
                    advance(TimeSpan.FromDays(2) - TimeSpan.FromTicks(1));
                    var before = run.Steps[0].Status;
                    advance(TimeSpan.FromTicks(1));
                    return $"{before} {(await run.Completion).Error!.Kind}";
                }
            }
            """).AssertCompiles().Load();

        Assert.Equal("Waiting Timeout", await assembly.RunAsync("Test", "Run", clock, (Action<TimeSpan>)clock.Advance));
    }

    [Fact]
    public async Task Outside_of_a_run_there_is_nobody_to_wait_for() => Assert.Equal(
        "Step 'go' waits for signal 'go', which only a run can be sent. Start the plan, and call Signal on the run.",
        await RunAsync("""
            public static class Test
            {
                public static async Task<string> Run()
                {
                    try
                    {
                        await new P().Go();
                        return "";
                    }
                    catch (InvalidOperationException refused)
                    {
                        return refused.Message;
                    }
                }
            }
            """));

    private static Task<string> RunAsync(string test) =>
        PlanSources.Generate(Plan, test).AssertCompiles().Load().RunAsync("Test", "Run");
}
