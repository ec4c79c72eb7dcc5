using System.Text;

namespace RepoAudit;

public class HistoryReaderTests
{
    [Fact]
    public async Task Reads_what_git_log_writes()
    {
        // As git 2.39 writes it: a commit of two files, one without any, and one of a name that begins with a newline.
        const string Log = "\u0000200\0Ann\0\na.cs\0b c.cs\0\u0000150\0Bob\0\u0000100\0Ann\0\n\nodd\na.cs\0a.cs\0";
        var reader = new HistoryReader();
        await foreach (var field in NulSeparated.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(Log)), CancellationToken.None))
            reader.Read(field);

        var history = reader.ToHistory();

        Assert.Equal((3, 2), (history.Commits, history.Authors));
        Assert.Equal((100, 200), (history.First.ToUnixTimeSeconds(), history.Last.ToUnixTimeSeconds()));
        Assert.Equal(
            new Dictionary<string, int> { ["a.cs"] = 2, ["b c.cs"] = 1, ["\nodd\na.cs"] = 1 },
            history.ChangesByPath);
    }
}
