using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PlanDsl.Analyzers.Tests;

public sealed class StepBodyNotFoundTests
{
    private const string Class =
        """
        [Plan("test.plan.json")]
        public partial class Report
        {
            private static Task<string> FetchOrders(string day, CancellationToken cancellationToken) => Task.FromResult(day);
        }
        """;

    [Fact]
    public async Task Reports_a_method_that_the_class_has_not()
    {
        var diagnostics = await RunAsync("""{ "steps": [{ "id": "orders", "call": {|PLAN0506:"FetchOrder"|}, "with": { "day": "today" } }] }""");

        Assert.Equal("Step 'orders' calls 'FetchOrder', which is no method of 'Report'; did you mean 'FetchOrders'?", Assert.Single(diagnostics).GetMessage(null));
    }

    [Fact]
    public Task Reports_a_call_where_there_is_no_class() =>
        VerifyFile.RunAsync("""{ "steps": [{ "id": "orders", "call": {|PLAN0506:"FetchOrders"|} }] }""");

    [Fact]
    public Task Accepts_a_method_of_the_class() => RunAsync("""{ "steps": [{ "id": "orders", "call": "FetchOrders", "with": { "day": "today" } }] }""");

    [Fact]
    public Task Reports_what_the_types_of_the_class_tell_in_the_file() => RunAsync(
        """
        {
          "steps": [
            { "id": "orders", "call": "FetchOrders", "with": { "day": {|PLAN0202:7|} } },
            { "id": "show", "command": "echo", "args": ["{{ orders.{|PLAN0207:total|} }}"] }
          ]
        }
        """);

    private static Task<ImmutableArray<Diagnostic>> RunAsync(string file) =>
        (VerifyFile.Test with { Files = [new("/src/test.plan.json", file)] }).RunAsync(Class);
}
