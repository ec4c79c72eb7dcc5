namespace PlanDsl.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  \t ", "")]
    [InlineData("agent", "agent")]
    [InlineData(" python3  agent.py\t--fast ", "python3|agent.py|--fast")]
    [InlineData("a 'b c' \"d e\"", "a|b c|d e")]
    [InlineData("--name='b c'd", "--name=b cd")]
    [InlineData("a '' \"\"", "a||")]
    [InlineData("'it\"s' \"it's\"", "it\"s|it's")]
    [InlineData(@"my\ agent \'x\' \\", @"my agent|'x'|\")]
    [InlineData("""'\n' "\n" "\"" "\\" """, """\n|\n|"|\""")]
    [InlineData("$HOME `id` * ; | > ~", "$HOME|`id`|*|;|||>|~")]
    [InlineData("end\\", "end\\")]
    public void A_line_is_split_into_words(string line, string words) =>
        Assert.Equal(words, string.Join('|', CommandLine.Split(line, isBackslashPlain: false)));

    [Theory]
    [InlineData(@"C:\tools\agent.exe C:\a\ x", @"C:\tools\agent.exe|C:\a\|x")]
    [InlineData(@"""C:\my tools\agent.exe"" \""x\""", @"C:\my tools\agent.exe|""x""")]
    public void On_Windows_backslashes_are_plain(string line, string words) =>
        Assert.Equal(words, string.Join('|', CommandLine.Split(line, isBackslashPlain: true)));

    [Theory]
    [InlineData("agent 'x")]
    [InlineData("agent \"x\\\"")]
    public void A_line_that_ends_within_quotes_is_refused(string line) =>
        Assert.Contains(line, Assert.Throws<ArgumentException>(() => CommandLine.Split(line, isBackslashPlain: false)).Message, StringComparison.Ordinal);
}
