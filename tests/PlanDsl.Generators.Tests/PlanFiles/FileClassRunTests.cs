using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>Classes of every shape may name a plan file.</summary>
public class FileClassRunTests
{
    private const string File = """
        {
          "plan_id": "greeting",
          "inputs": { "name": { "type": "string" } },
          "steps": [
            { "id": "greet", "call": "Greet", "with": { "name": "${name}" } },
            { "id": "count", "call": "Count", "with": { "text": "{{ greet }}" } },
            { "id": "each", "for_each": "names", "call": "Greet", "with": { "name": "{{ item }}" }, "compensate": { "call": "Undo" } },
            { "id": "names", "call": "Names" }
          ]
        }
        """;

    [Theory]
    [InlineData("partial class")]
    [InlineData("sealed partial class")]
    [InlineData("partial struct")]
    [InlineData("readonly partial struct")]
    [InlineData("partial record")]
    [InlineData("partial record struct")]
    public async Task Nested_and_generic(string kind)
    {
        var source = $$"""
            public static partial class Outer<TOuter>
            {
                [Plan("greeting.plan.json")]
                public {{kind}} P<T>(string suffix)
                {
                    private readonly string _suffix = suffix;

                    private string Greet(string name) => $"Hello {name}{_suffix}{typeof(T).Name}";

                    private static int Count(string text, CancellationToken cancellationToken) => text.Length;

                    private static Task<string[]> Names() => Task.FromResult<string[]>(["a", "b"]);

                    private static void Undo() { }
                }
            }

            public static class Test
            {
                public static async Task<string> Run()
                {
                    var results = await new Outer<int>.P<long>("!").RunAsync(name: "Ada");
                    return $"{results.Greet} {results.Count} {string.Join(' ', results.Each)}";
                }
            }
            """;

        var run = PlanFileRun.Of([PlanFileRun.File("greeting.plan.json", File)], source).AssertCompiles();

        Assert.Equal("Hello Ada!Int64 15 Hello a!Int64 Hello b!Int64", await run.Load().RunAsync("Test", "Run"));
    }

    [Fact]
    public async Task A_method_that_returns_no_task_is_named_by_its_own_name()
    {
        const string source = """
            [Plan("greeting.plan.json")]
            public partial class P
            {
                private static Task<string> Greet(string name) => null!;

                private static int Count(string text) => text.Length;

                private static Task<string[]> Names() => Task.FromResult<string[]>([]);

                private static void Undo() { }
            }

            public static class Test
            {
                public static async Task<string> Run() => (await new P().Start(name: "Ada").Completion).Error!.Message;
            }
            """;

        var run = PlanFileRun.Of([PlanFileRun.File("greeting.plan.json", File)], source).AssertCompiles();

        Assert.Equal("Method 'Greet' of step 'greet' has returned null instead of a task.", await run.Load().RunAsync("Test", "Run"));
    }
}
