namespace Corpus.Streams;

public sealed record Line(int Number, string Text);

[Plan(MaxParallel = 2, DefaultTimeout = "1m")]
public partial class Import
{
    [Step(Retries = 3, Fallback = nameof(FromCache), Compensate = nameof(Forget))]
    private static async IAsyncEnumerable<Line> Read([Input] string path, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await Task.Yield();
        yield return new(1, path);
    }

    private static Line[] FromCache([Input] string path) => [new(0, path)];

    private static void Forget(Line read, [Input] string path)
    {
    }

    [Step] private static int Offset() => 1;

    [Step(When = nameof(IsWanted), OnFailure = FailurePolicy.Continue)]
    private static async IAsyncEnumerable<int> Numbers(IAsyncEnumerable<Line> read, int offset)
    {
        await foreach (var line in read)
            yield return line.Number + offset;
    }

    private static bool IsWanted(int offset) => offset > 0;

    [Step(Critical = false)]
    private static async Task<int> Sum(IAsyncEnumerable<int>? numbers, [From("offset")] long start, StepContext context)
    {
        var sum = (int)start;
        if (numbers is null)
            return sum;
        await foreach (var number in numbers.WithCancellation(context.CancellationToken))
            sum += number;
        return sum;
    }

    [Step] private static string Show(IReadOnlyList<Line> read, [From("read")] Line last, int? sum) => read.Count + last.Text + sum;

    [Step] private static IObservable<string?> Names() => throw new NotSupportedException();
    [Step(DependsOn = [nameof(Show)])] private static Task Print(IObservable<string?> names, CancellationToken ct) => Task.CompletedTask;
    [Step(When = nameof(IsNamed))] private static void After(string? names) => _ = names;
    private static bool IsNamed(string? names) => names is not null;
}
