namespace Corpus.Accessibility;

internal sealed record Hidden(int Value);

public partial class Shared
{
    protected internal sealed class Token;

    [Plan]
    internal partial class Friends
    {
        [Step] Hidden Make([Input] Hidden seed) => seed;
        [Step] internal static (Token, Hidden) Pair([From("make")] Hidden value) => (new Token(), value);
        [Step] public Hidden? Unpair((Token, Hidden) pair) => pair.Item2;
    }
}
