namespace RepoAudit;

public class InventoryTests
{
    [Fact]
    public async Task Walks_what_git_does_not_list_and_enters_no_leftovers()
    {
        using var tree = new TemporaryTree().With("b.cs").With("a/c d.cs").With("bin/x.dll").With("a/obj/y").With("node_modules/z.js").With(".git/config");

        var inventory = await tree.TakeInventoryAsync();

        Assert.Equal(["a/c d.cs", "b.cs"], inventory.Files.Select(file => file.Path));
        Assert.Empty(inventory.Unreadable);
    }

    [Fact]
    public async Task Takes_what_git_lists_as_far_as_it_is_still_there()
    {
        using var tree = new TemporaryTree().With("kept.cs", "12345").With("ignored.cs");

        var inventory = await tree.TakeInventoryAsync(new GitFiles(["kept.cs", "deleted.cs"]));

        Assert.Equal([new SourceFile("kept.cs", 5)], inventory.Files);
    }

    [Fact]
    public async Task A_loop_of_links_is_not_followed()
    {
        using var tree = new TemporaryTree().With("sub/a.cs");
        try
        {
            Directory.CreateSymbolicLink(Path.Combine(tree.Root.FullName, "sub", "loop"), tree.Root.FullName);
        }
        catch (IOException)
        {
            return; // The system forbids this user to make links.
        }

        Assert.Equal(["sub/a.cs"], (await tree.TakeInventoryAsync()).Files.Select(file => file.Path));
    }

    [Fact]
    public async Task Files_that_vanish_are_listed_as_unreadable()
    {
        using var tree = new TemporaryTree().With("a.cs", "x\n").With("b.cs", "y\n");
        var inventory = await tree.TakeInventoryAsync();
        File.Delete(Path.Combine(tree.Root.FullName, "a.cs"));

        var texts = await TextScan.ReadAsync(inventory, CancellationToken.None);

        Assert.Equal([new UnreadablePath("a.cs", "gone since it was listed")], texts.Unreadable);
        Assert.Equal(["b.cs"], texts.Files.Select(file => file.Path));
    }
}
