namespace RepoAudit;

public class DuplicatesTests
{
    [Fact]
    public async Task Finds_files_of_the_same_content_but_no_empty_ones()
    {
        using var tree = new TemporaryTree()
            .With("a.cs", "same").With("b/a.cs", "same").With("c.cs", "else")
            .With("d.txt", "a longer text").With("e.txt", "a longer text").With("f.txt", "a longer text")
            .With("g").With("h");

        var duplicates = await Duplicates.FindAsync(await tree.TakeInventoryAsync(), CancellationToken.None);

        Assert.Equal([["d.txt", "e.txt", "f.txt"], ["a.cs", "b/a.cs"]], duplicates.Groups.Select(group => group.Paths));
        Assert.Equal((2 * 13) + 4, duplicates.WastedBytes);
    }
}
