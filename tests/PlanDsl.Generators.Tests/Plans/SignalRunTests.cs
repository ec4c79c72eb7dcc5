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
