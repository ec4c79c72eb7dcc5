namespace PlanDsl.Tests;

/// <summary>What is kept of the elements of a fan-out, of which nobody knows how many there are.</summary>
public sealed class FanOutResultTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(100)]
    public async Task Results_stand_in_the_order_of_the_elements_however_many_there_are(int count)
    {
        FanOut<int, int>? opened = null;
        await new TestPlan { MaxParallel = 2 }.ForEach("a", () => opened = FanOut.Over<int, int>(Unknown(count)), static (fanOut, context) =>
        {
            fanOut.SetResult(context, 10 * fanOut.ElementOf(context));
            return Task.CompletedTask;
        }).Start().Completion.Soon();

        Assert.Equal(Enumerable.Range(0, count).Select(static element => 10 * element), opened!.Results);
    }

    [Fact]
    public async Task What_an_element_left_before_it_failed_is_no_result()
    {
        FanOut<int, int>? opened = null;
        await new TestPlan().ForEach("a", () => opened = FanOut.Over<int, int>([1, 2]), static (fanOut, context) =>
        {
            fanOut.SetResult(context, fanOut.ElementOf(context));
            return fanOut.ElementOf(context) == 1 ? throw new InvalidOperationException("broken") : Task.CompletedTask;
        }, onFailure: FailurePolicy.Continue).Start().Completion.Soon();

        Assert.Equal([0, 2], opened!.Results);
    }

    [Fact]
    public async Task Attempts_errors_and_fallbacks_are_kept_of_early_and_late_elements()
    {
        var outcome = await new TestPlan().ForEach("a", static () => FanOut.Over(Unknown(40)), static (fanOut, context) => (fanOut.ElementOf(context) % 39, context.Attempt) switch
        {
            (0, _) => throw new InvalidOperationException($"broken {context.ElementIndex}"),
            (2, 1) => throw new InvalidOperationException("once"),
            _ => Task.CompletedTask,
        }, onFailure: FailurePolicy.Continue).AtOnce(1).Policy(static policy => policy with { Retries = 1 }).Start().Completion.Soon();
        var fellBack = await new TestPlan().ForEach("a", static () => FanOut.Over(Unknown(40)), static (fanOut, context) =>
            fanOut.ElementOf(context) % 39 == 0 ? throw new InvalidOperationException("broken") : Task.CompletedTask).AtOnce(1).Fallback(static _ => Task.CompletedTask)
            .Start().Completion.Soon();

        var elements = outcome.Steps[0].Children;
        Assert.Equal([0, 2, 39], Enumerable.Range(0, 40).Where(element => elements[element].Attempts == 2));
        Assert.Equal(["broken 0", "broken 39"], elements.Select(static element => element.Error?.Message).OfType<string>());
        Assert.Equal([0, 39], Enumerable.Range(0, 40).Where(element => fellBack.Steps[0].Children[element].IsFallback));
    }

    private static IEnumerable<int> Unknown(int count)
    {
        for (var element = 0; element < count; element++)
            yield return element;
    }
}
