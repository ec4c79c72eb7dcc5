namespace Corpus.Collections;

[Plan]
public partial class Shapes
{
    [Step] IEnumerable<int> Lazily() => Enumerable.Range(1, 3);
    [Step] int[][] Jagged() => [[1], [2]];
    [Step] int[,] Grid() => new int[1, 1];
    [Step] List<string?> Gaps() => [null];
    [Step] Dictionary<string, List<(int Id, string? Name)>> Deep() => [];
    [Step] Func<int, Task<string>> Later() => static i => Task.FromResult(i.ToString());
    [Step] dynamic Anything() => 1;
    [Step] nint Native() => 1;
    [Step] Memory<byte> Bytes() => default;

    [Step]
    object[] All(
        IEnumerable<int> lazily, IReadOnlyList<int[]> jagged, int[,] grid, IEnumerable<string?> gaps,
        IDictionary<string, List<(int, string?)>> deep, Delegate later, object anything, long native, ReadOnlyMemory<byte> bytes) =>
        [lazily, jagged, grid, gaps, deep, later, anything, native, bytes];
}
