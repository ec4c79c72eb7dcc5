namespace Corpus.Nested
{
    internal partial class Outer<T>
        where T : class
    {
        private sealed record Secret(T Value);

        [Plan]
        private protected partial class Inner
        {
            [Step] List<T> Fetch([Input] T seed) => [seed];
            [Step] Secret Hide(IEnumerable<T> fetch) => new(fetch.First());
            [Step] T Show(Secret hide) => hide.Value;
        }

        internal partial struct Middle
        {
            [Plan]
            public partial class Deep
            {
                [Step] int Number() => 1;
            }
        }
    }
}
