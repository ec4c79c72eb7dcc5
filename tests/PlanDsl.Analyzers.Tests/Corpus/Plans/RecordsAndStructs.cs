namespace Corpus.RecordsAndStructs;

[Plan]
public sealed partial record Totals(int Factor)
{
    [Step] int Base([Input] int start = 3) => start;
    [Step] int Scaled([From("base")] int value) => value * Factor;
}

[Plan]
public partial struct Point
{
    [Step] readonly int X() => 1;
    [Step] readonly int Sum(int x) => x;
}

[Plan]
public readonly partial record struct Pair(int Left, int Right)
{
    [Step] int Sum() => Left + Right;
}
