using PlanDsl.Model;

namespace PlanDsl.Tests;

/// <summary>Plans that are made at run time and say by name what is retried.</summary>
public sealed class ExceptionNameTests
{
    [Theory]
    [InlineData("global::System.InvalidOperationException", null, 3)]
    [InlineData("global::System.SystemException", null, 3)]
    [InlineData("global::PlanDsl.Tests.ExceptionNameTests.BrokenException", null, 3)]
    [InlineData("global::System.TimeoutException", null, 1)]
    [InlineData(null, "global::System.TimeoutException", 3)]
    [InlineData(null, "global::System.InvalidOperationException", 1)]
    [InlineData("global::System.Exception", "global::PlanDsl.Tests.ExceptionNameTests.BrokenException", 1)]
    public async Task An_exception_is_known_by_the_name_of_its_type_or_of_one_that_it_is_derived_from(string? on, string? notOn, int attempts)
    {
        var table = TableOf(on, notOn);

        var outcome = await PlanEngine.Start(new DelegateProgram(table, static (_, _) => throw new BrokenException())).Completion.Soon();

        Assert.Equal(attempts, outcome.Steps[0].Attempts);
    }

    [Fact]
    public void A_generic_type_is_refused_with_what_to_do_instead()
    {
        var thrown = Assert.Throws<NotSupportedException>(() => TableOf("global::Shop.FaultException<global::Shop.Order>", null));

        Assert.Equal(
            "Step 'a' lists the type of exception 'FaultException<Order>', and a generic one is not recognised by its name; list a type that it is derived from, or declare the plan in C#.",
            thrown.Message);
    }

    private static PlanTable TableOf(string? on, string? notOn) => Tables.Of(
        new StepModel { Id = "a", Retry = new() { Retries = 2, RetryOn = Types(on), NoRetryOn = Types(notOn) } });

    private static EquatableArray<TypeRef> Types(string? name) =>
        name is null ? [] : [new(name, name.Replace("global::Shop.", "", StringComparison.Ordinal))];

    private sealed class BrokenException : InvalidOperationException;
}
