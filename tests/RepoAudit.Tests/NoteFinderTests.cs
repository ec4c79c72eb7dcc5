using System.Text;

namespace RepoAudit;

public class NoteFinderTests
{
    [Theory]
    [InlineData("// {0} mend this", "mend this")]
    [InlineData("    code(); //{0}: mend this", "mend this")]
    [InlineData("# {0}(me): mend this", "(me): mend this")]
    [InlineData("  * {0} mend this\r", "mend this")]
    [InlineData("<!-- {0} mend this -->", "mend this -->")]
    [InlineData("{0}: mend this", "mend this")]
    public void Finds_a_marker_in_a_comment(string line, string text) =>
        Assert.Equal([new Note("a.cs", 1, "FIXME", text)], Find(string.Format(null, line, "FIXME")));

    [Theory]
    [InlineData("// the {0} list")]
    [InlineData("var s = \"{0}\";")]
    [InlineData("// {0}S")]
    [InlineData("// MY_{0}: no")]
    [InlineData("{0}/other lists")]
    public void Leaves_prose_and_names_alone(string line) => Assert.Empty(Find(string.Format(null, line, "FIXME")));

    [Fact]
    public void Counts_lines_from_the_first_of_the_block()
    {
        var notes = Find("\n// " + "TODO one\nnothing\n\n# " + "TODO two", firstLine: 10);

        Assert.Equal([(11, "one"), (14, "two")], notes.Select(note => (note.Line, note.Text)));
    }

    [Fact]
    public void Keeps_the_first_notes_whatever_the_order_they_come_in()
    {
        var list = new NoteList();
        for (var line = NoteList.MostKept + 50; line >= 1; line--)
            list.Add(new Note("a.cs", line, "FIXME", ""));

        var ranking = list.RankBy(changes: null);

        Assert.Equal(NoteList.MostKept + 50, ranking.Total);
        Assert.Equal(Enumerable.Range(1, NoteRanking.Most), ranking.First.Select(note => note.Line));
    }

    private static List<Note> Find(string text, int firstLine = 1)
    {
        var notes = new List<Note>();
        NoteFinder.Find(Encoding.UTF8.GetBytes(text), "a.cs", firstLine, notes.Add);
        return notes;
    }
}
