namespace RepoAudit;

public class TextScanTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("one", 1)]
    [InlineData("one\n", 1)]
    [InlineData("one\ntwo", 2)]
    [InlineData("\n\n\n", 3)]
    public async Task Counts_lines(string content, int expected) =>
        Assert.Equal(expected, (await ReadAsync(content)).Lines);

    [Fact]
    public async Task Counts_lines_of_files_larger_than_any_buffer()
    {
        var text = await ReadAsync(string.Concat(Enumerable.Repeat(new string('x', 999) + "\n", 500)) + new string('y', 300_000) + "\nend");

        Assert.Equal(502, text.Lines);
    }

    [Fact]
    public async Task A_file_with_a_NUL_near_its_front_is_binary() =>
        Assert.True((await ReadAsync("a\0b\n")) is { IsBinary: true, Lines: 0 });

    [Fact]
    public async Task Languages_are_ordered_by_lines()
    {
        using var tree = new TemporaryTree().With("a.py", "1\n").With("b.cs", "1\n2\n").With("c/d.cs", "1\n").With("e.dat", "\0");

        var texts = await TextScan.ReadAsync(await tree.TakeInventoryAsync(), CancellationToken.None);

        Assert.Equal(
            [new LanguageRow("C#", 2, 3, 6), new LanguageRow("Python", 1, 1, 2), new LanguageRow("Binary", 1, 0, 1)],
            LanguageTable.Of(texts).Rows);
    }

    private static async Task<TextFile> ReadAsync(string content)
    {
        using var tree = new TemporaryTree().With("file.txt", content);
        var texts = await TextScan.ReadAsync(await tree.TakeInventoryAsync(), CancellationToken.None);
        return Assert.Single(texts.Files);
    }
}
