using PlanDsl.Sqlite;

namespace PlanDsl.Generators.Tests;

/// <summary>Compiled plans whose runs are kept on a disk.</summary>
public class StoredResumeTests
{
    [Fact]
    public Task Lines_of_JSON_are_enough_to_go_on() => AssertAsync(static directory => new JsonLinesJournal(directory));

    [Fact]
    public Task A_database_is_enough_to_go_on() => AssertAsync(static directory => new SqliteJournal(Path.Combine(directory, "journal.db")));

    private static async Task AssertAsync(Func<string, IPlanJournal> open)
    {
        var plan = LeftPlan.Of(
            """
            [Step] static Order[] Orders([Input] DateOnly day) => Did.It("orders", new[] { new Order(1, 2.50m), new Order(2, 0.10m) });
            [Step] static async Task<decimal> Total([Each("orders")] Order order, StepContext context) { await Task.Yield(); return Did.It(context.StepPath, order.Total * 2); }
            [Step(OnFailure = FailurePolicy.Continue)] static int Fails() { Did.It("fails"); throw new FormatException(); }
            [Step] static string Show(decimal[] total, int? fails) => Did.It("show", FormattableString.Invariant($"{total.Sum()} {fails}"));
            """,
            others: """
            public sealed record Order(int Id, decimal Total);
            public static class Given { public static object?[] Inputs => [new DateOnly(2026, 1, 2)]; }
            """);
        var directory = Directory.CreateTempSubdirectory("plandsl-");
        try
        {
            var whole = open(directory.CreateSubdirectory("whole").FullName);
            var (outcome, events) = await plan.RecordAsync(whole);
            (whole as IDisposable)?.Dispose();
            for (var left = 1; left < events.Length; left++)
            {
                var journal = open(directory.CreateSubdirectory($"{left}").FullName);
                await plan.AssertAsync(await LeftPlan.CutAsync(events[..left], journal), events[..left], LeftPlan.TextOf(outcome));
                (journal as IDisposable)?.Dispose();
            }
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
