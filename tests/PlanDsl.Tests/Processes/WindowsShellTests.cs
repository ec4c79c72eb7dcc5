namespace PlanDsl.Tests;

/// <summary>What is handed to <c>cmd</c>.</summary>
public sealed class WindowsShellTests
{
    [Theory]
    [InlineData("echo ", "a & b", " done", "echo \"%PLANDSL_1%\" done")]
    [InlineData("echo \"a ", "b", " c\"", "echo \"a %PLANDSL_1% c\"")]
    [InlineData("echo ^\"", "b", "", "echo ^\"\"%PLANDSL_1%\"")]
    [InlineData("dir ", "C:\\Program Files\\", "", "dir \"%PLANDSL_1%\\\"")]
    [InlineData("echo ", "", "", "echo \"\"")]
    public void Values_are_referred_to_in_quotes(string before, string value, string after, string expected)
    {
        var shell = WindowsShell.Write([CommandPart.Literal(before), CommandPart.Value(value), CommandPart.Literal(after)]);

        Assert.Equal(expected, shell.Text);
        Assert.Equal([value], shell.Values);
    }

    [Theory]
    [InlineData("\" & calc & \"")]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    public void A_value_that_could_leave_its_quotes_is_refused(string value) =>
        Assert.Throws<BindingException>(() => WindowsShell.Write([CommandPart.Literal("echo "), CommandPart.Value(value)]));
}
