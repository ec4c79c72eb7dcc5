namespace PlanDsl.Cli.Tests;

/// <summary>When text is plain.</summary>
public class ToolConsoleTests
{
    [Theory]
    [InlineData("NO_COLOR", "1", true)]
    [InlineData("NO_COLOR", "", false)]
    [InlineData("TERM", "dumb", true)]
    [InlineData("TERM", "xterm-256color", false)]
    [InlineData("CI", "true", true)]
    public void The_environment_can_ask_for_plain_text(string variable, string value, bool isPlain) =>
        Assert.Equal(isPlain, ToolConsole.IsPlain(name => name == variable ? value : null));
}
