namespace Corpus.Inputs;

[Plan]
public partial class Search
{
    [Step] string[] Find([Input] string text, [Input] int limit = 10, [Input] StringComparison how = StringComparison.Ordinal, [Input] DateTime since = default, CancellationToken ct = default) =>
        ct.IsCancellationRequested ? [] : [text + limit + how + since];

    [Step] int Count(string[] find, [Input] int limit) => Math.Min(find.Length, limit);

    [Step] (int Count, string? Text) Pack(int count, [Input] string? hint = null) => (count, hint);

    [Step] void Show([From("pack")] (int, string?) packed) => Console.WriteLine(packed);
}
