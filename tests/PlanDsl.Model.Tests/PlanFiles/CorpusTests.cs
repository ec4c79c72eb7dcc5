namespace PlanDsl.Model.Tests;

/// <summary>Files that are each broken in one way, which their names say, and what is said of them; and files that are sound.</summary>
public class CorpusTests
{
    private const string Approved = "Broken.approved.txt";

    public static TheoryData<string> Broken => [.. Corpus.NamesIn("Broken")];

    public static TheoryData<string> Valid => [.. Corpus.NamesIn("Valid")];

    [Fact]
    public void What_is_said_of_broken_files_is_approved()
    {
        var said = string.Concat(Corpus.NamesIn("Broken").Select(name => string.Concat(Corpus.JudgeFile("Broken", name).Select(line => $"{name}: {line}\n"))));

        if (Environment.GetEnvironmentVariable("PLANDSL_ACCEPT") == "1" && Environment.GetEnvironmentVariable("CI") is null)
            File.WriteAllText(Corpus.PathOf(Approved), said);
        else
            Assert.Equal(File.ReadAllText(Corpus.PathOf(Approved)).ReplaceLineEndings("\n"), said);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void One_mistake_is_one_finding(string name) => Assert.Single(Corpus.JudgeFile("Broken", name));

    [Theory]
    [MemberData(nameof(Valid))]
    public void A_sound_file_has_no_finding(string name) => Assert.Empty(Corpus.JudgeFile("Valid", name));

    [Fact]
    public void The_corpus_is_large() => Assert.True(Corpus.NamesIn("Broken").Length >= 150);
}
