using System.Text.Json;

namespace PlanDsl.Generators.Tests;

/// <summary>What steps of plan files call: methods of a class where the file is compiled, handlers where it is interpreted.</summary>
/// <param name="Class">The class.</param>
/// <param name="Source">Its source.</param>
/// <param name="Handlers">The handlers.</param>
internal sealed record CalledMethods(string Class, string Source, StepHandlers Handlers)
{
    private const string Methods = """
        using System.Text.Json;

        [Plan("sample.plan.json")]
        public partial class Sample
        {
            private static JsonElement Echo(JsonElement value) => value;

            private static async Task<string> Say(string text)
            {
                await Task.Yield();
                return text;
            }

            private static string Shout(string text, bool loud = true) => loud ? text.ToUpperInvariant() : text;

            private static long Add(long left, long right = 1) => left + right;

            private static long[] Count(long to) => [.. Enumerable.Range(1, (int)to).Select(static number => (long)number)];

            private static void Note(string text)
            {
            }

            private static void Work(string text, StepContext context) => context.ReportProgress(0.5, text);

            private static string Refuse(string message) => throw new InvalidOperationException(message);

            private static string RefuseInJson(string message) => throw new InvalidOperationException(JsonSerializer.Serialize(message));

            private static async Task<string> RefuseLater(string message)
            {
                await Task.Yield();
                throw new InvalidOperationException("It has failed.", new FormatException(message));
            }
        }
        """;

    private static readonly StepHandlers InJson = new StepHandlers()
        .Add("Echo", static (with, _) => new(with.GetProperty("value")))
        .Add("Say", static async (with, _) =>
        {
            await Task.Yield();
            return with.GetProperty("text");
        })
        .Add("Shout", static (with, _) => new(Of(!with.TryGetProperty("loud", out var loud) || loud.GetBoolean() ? Text(with).ToUpperInvariant() : Text(with))))
        .Add("Add", static (with, _) => new(Of(with.GetProperty("left").GetInt64() + (with.TryGetProperty("right", out var right) ? right.GetInt64() : 1))))
        .Add("Count", static (with, _) => new(Of(Enumerable.Range(1, with.GetProperty("to").GetInt32()))))
        .Add("Note", static (_, _) => default)
        .AddWithContext("Work", static (with, context) =>
        {
            context.ReportProgress(0.5, Text(with));
            return default;
        })
        .Add("Refuse", static (with, _) => throw new InvalidOperationException(with.GetProperty("message").GetString()))
        .Add("RefuseInJson", static (with, _) => throw new InvalidOperationException(JsonSerializer.Serialize(with.GetProperty("message").GetString())))
        .Add("RefuseLater", static async (with, _) =>
        {
            await Task.Yield();
            throw new InvalidOperationException("It has failed.", new FormatException(with.GetProperty("message").GetString()));
        });

    /// <summary>Those that most tests are content with, of the class that names <c>sample.plan.json</c>.</summary>
    public static CalledMethods Simple { get; } = new("Sample", Methods, InJson);

    private static string Text(JsonElement with) => with.GetProperty("text").GetString()!;

    private static JsonElement Of<T>(T value) => JsonSerializer.SerializeToElement(value);
}
