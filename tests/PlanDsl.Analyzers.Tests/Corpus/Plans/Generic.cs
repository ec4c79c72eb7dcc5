namespace Corpus.Generic;

[Plan]
public partial class Sorting<TItem, TKey>(Func<TItem, TKey> key)
    where TKey : notnull
{
    [Step] TItem[] Load([Input] IEnumerable<TItem> items) => [.. items];
    [Step] Dictionary<TKey, TItem> Index(TItem[] load) => load.ToDictionary(key);
    [Step] TItem? First([From("load")] IReadOnlyCollection<TItem> all) => all.FirstOrDefault();
    [Step] string Describe(TItem? first, Dictionary<TKey, TItem> index) => $"{first} of {index.Count}";
}
