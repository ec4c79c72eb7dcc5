namespace RepoAudit;

public class ChecksTests
{
    [Theory]
    [InlineData("MIT License\n\nPermission is hereby granted, free of charge,\nto any person obtaining a copy of", "MIT")]
    [InlineData("                     GNU LESSER GENERAL PUBLIC LICENSE\n … the GNU General Public License", "LGPL")]
    [InlineData("All rights reserved.", null)]
    public void Recognises_a_licence_by_its_words(string text, string? name) => Assert.Equal(name, Licence.Recognise(text));

    [Fact]
    public async Task A_README_s_links_lead_somewhere_or_are_broken()
    {
        using var tree = new TemporaryTree()
            .With("docs/here.md")
            .With("README.md", "# Title\n[a](docs/here.md#part) [b](docs/gone.md) [c](https://example.org/x) [d](#top) ![e](<docs/gone.png>) [f](../outside.md)");

        var readme = await Readme.CheckAsync(await tree.TakeInventoryAsync(), CancellationToken.None);

        Assert.Equal(["docs/gone.md", "docs/gone.png"], readme.BrokenLinks);
    }
}
