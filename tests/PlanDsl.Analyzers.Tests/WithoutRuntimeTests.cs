using PlanDsl.Testing.Internal;

namespace PlanDsl.Analyzers.Tests;

public sealed class WithoutRuntimeTests
{
    [Fact]
    public Task Nothing_is_reported_where_the_runtime_is_not_referenced() =>
        (Verify.Test with { Generators = [], References = TestReferences.Platform }).RunAsync(
            """
            [System.AttributeUsage(System.AttributeTargets.All)]
            class PlanAttribute : System.Attribute;

            [Plan]
            class Report;
            """);
}
