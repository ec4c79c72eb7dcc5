using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>Loads plans whose steps return streams, and runs them.</summary>
public class StreamRunTests
{
    [Fact]
    public async Task A_stream_is_collected_for_who_takes_all_and_for_results() => Assert.Equal("1,2,3 6 3 3 Int32[]", await RunAsync(
        """
        [Step] static async IAsyncEnumerable<int> Numbers([Input] int count, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
        {
            for (var i = 1; i <= count; i++)
            {
                await Task.Yield();
                yield return i;
            }
        }

        [Step] static int Sum(IReadOnlyList<int> numbers) => numbers.Sum();
        [Step] static int Length(int[] numbers) => numbers.Length;
        [Step] static long Last(long numbers) => numbers;
        """,
        """$"{string.Join(",", results.Numbers)} {results.Sum} {results.Length} {results.Last} {results.Numbers.GetType().Name}" """,
        "3"));

    [Fact]
    public async Task A_stream_of_which_only_the_last_element_is_taken_keeps_no_other() => Assert.Equal("30 30", await RunAsync(
        """
        [Step] static async IAsyncEnumerable<int> Numbers(StepContext context)
        {
            yield return 10;
            await Task.Yield();
            yield return 20;
            yield return 30;
        }

        [Step] static int Last(int numbers) => numbers;
        """,
        """$"{results.Numbers} {results.Last}" """));

    [Fact]
    public async Task An_observable_is_a_stream_as_well() => Assert.Equal("a,b b", await RunAsync(
        """
        private sealed class Two : IObservable<string>
        {
            public IDisposable Subscribe(IObserver<string> observer)
            {
                observer.OnNext("a");
                observer.OnNext("b");
                observer.OnCompleted();
                return new MemoryStream();
            }
        }

        [Step] static IObservable<string> Letters() => new Two();
        [Step(OnFailure = FailurePolicy.Continue)] static string? Last(string letters) => letters;
        [Step] static string Join(string[] letters) => string.Join(",", letters);
        """,
        """$"{results.Join} {results.Last}" """));

    private static Task<string> RunAsync(string steps, string shown, string inputs = "") => PlanSources.Generate($$"""
        using System.IO;
        [Plan] public partial class P
        {
            {{steps}}
        }

        public static class Test
        {
            public static async Task<string> Run()
            {
                var results = await new P().RunAsync({{inputs}});
                return {{shown}};
            }
        }
        """).AssertCompiles().Load().RunAsync("Test", "Run");
}
