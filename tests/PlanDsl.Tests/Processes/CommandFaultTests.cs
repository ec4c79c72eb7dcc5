namespace PlanDsl.Tests;

/// <summary>Commands that cannot be started, or end with another exit code than 0.</summary>
public sealed class CommandFaultTests
{
    [Fact]
    public async Task An_exit_code_is_a_failure_that_tells_what_the_command_said()
    {
        var fault = await Assert.ThrowsAsync<ExitCodeException>(() => Commands.Script("echo out; echo no such branch >&2; exit 3").RunAsync());

        Assert.Equal((3, "out", "no such branch"), (fault.ExitCode, fault.Stdout, fault.Stderr));
        Assert.Equal("Command 'sh' ended with exit code 3: no such branch", fault.Message);
        Assert.Equal(FailureKind.ExitCode, StepError.Of(fault, "step").Kind);
    }

    [Theory]
    [InlineData("exit 1", "Command 'sh' ended with exit code 1, and wrote nothing.")]
    [InlineData("echo conflict; exit 1", "Command 'sh' ended with exit code 1: conflict")]
    [InlineData("printf 'a\\nb\\n\\n' >&2; exit 1", "Command 'sh' ended with exit code 1:\na\nb")]
    [InlineData("seq 1 100 >&2; exit 1", "Command 'sh' ended with exit code 1:\n91\n92\n93\n94\n95\n96\n97\n98\n99\n100")]
    [InlineData("kill -9 $$", "Command 'sh' ended with exit code 137, and wrote nothing.")]
    public async Task Its_message_is_bounded(string script, string message) => Assert.Equal(message, (await Commands.Script(script).FailureAsync()).Message);

    [Fact]
    public async Task A_long_line_is_cut_between_characters()
    {
        var message = (await Commands.Script("printf 'x%s😀%s' \"$1\" \"$2\" >&2; exit 1", new('a', 500), new('b', 999)).FailureAsync()).Message;

        Assert.EndsWith(": " + new string('b', 999), message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_does_not_exist_is_not_found()
    {
        using var directory = new TempDirectory();

        var named = await (CommandStart.Of("no-such-program", []) with { WorkingDirectory = directory.Root }).FailureAsync();
        var placed = await (CommandStart.Of("./build.sh", []) with { WorkingDirectory = directory.Root }).FailureAsync();
        var nameless = await CommandStart.Of("", []).FailureAsync();

        Assert.Equal([FailureKind.NotFound, FailureKind.NotFound, FailureKind.NotFound], [named.Kind, placed.Kind, nameless.Kind]);
        Assert.Equal(
            $"Command 'no-such-program' was not found on the PATH (working directory '{directory.Root}'). Install it, correct the PATH in 'env', or write './no-such-program' for a file of that directory.",
            named.Message);
        Assert.Equal($"Command './build.sh' does not exist (working directory '{directory.Root}'). Correct the path, which is relative to that directory, or 'cwd'.", placed.Message);
    }

    [Fact]
    public async Task A_working_directory_that_does_not_exist_is_not_found()
    {
        using var directory = new TempDirectory();

        var error = await (CommandStart.Of("ls", []) with { WorkingDirectory = directory["gone"] }).FailureAsync();

        Assert.Equal(FailureKind.NotFound, error.Kind);
        Assert.Equal($"The working directory '{directory["gone"]}' of command 'ls' does not exist. Create it, or correct 'cwd'.", error.Message);
    }

    [Fact]
    public async Task A_file_that_may_not_be_executed_says_so()
    {
        using var directory = new TempDirectory();
        var path = directory.Write("build.sh", "echo built");

        var error = await (CommandStart.Of("./build.sh", []) with { WorkingDirectory = directory.Root }).FailureAsync();

        Assert.Equal(FailureKind.Exception, error.Kind);
        Assert.Equal($"Command './build.sh' is the file '{path}', which is not executable (working directory '{directory.Root}'). Make it so (chmod +x), or run it with its interpreter, such as 'sh'.", error.Message);
    }

    [Fact]
    public async Task A_file_that_is_no_program_says_so()
    {
        using var directory = new TempDirectory();
        // Written by a process of its own, so that no process that another test starts meanwhile holds the file.
        await Commands.Script("cd \"$1\"; echo '#!/no/such/interpreter' > script; echo plain > text; chmod +x script text", directory.Root).RunAsync();

        var script = await CommandStart.Of(directory["script"], []).FailureAsync();
        var text = await CommandStart.Of(directory["text"], []).FailureAsync();

        Assert.Equal((FailureKind.NotFound, FailureKind.Exception), (script.Kind, text.Kind));
        Assert.Contains("the interpreter that it needs does not exist", script.Message, StringComparison.Ordinal);
        Assert.Contains("it is neither a program for this machine nor a script", text.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_long_for_the_system_says_so() => Assert.Contains(
        "its arguments and environment are too long", (await CommandStart.Of("true", [new('x', 200_000)]).FailureAsync()).Message, StringComparison.Ordinal);

    [Fact]
    public async Task What_no_process_can_be_given_is_refused()
    {
        StepError[] errors =
        [
            await CommandStart.Of("true", ["a", "b\0c"]).FailureAsync(),
            await (CommandStart.Of("true", []) with { Environment = [new("NAME", "b\0c")] }).FailureAsync(),
            await (CommandStart.Of("true", []) with { Environment = [new("A=B", "c")] }).FailureAsync(),
            await CommandStart.OfShell([CommandPart.Literal("echo "), CommandPart.Value("\0")], []).FailureAsync(),
        ];

        Assert.All(errors, static error => Assert.Equal(FailureKind.Binding, error.Kind));
        Assert.StartsWith("Argument 2 of command 'true' contains the character U+0000", errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_is_looked_for_as_the_command_sees_it()
    {
        using var directory = new TempDirectory();
        directory.Link("tools/greet", "/bin/echo");
        directory.Write("first/greet", "not executable, so the search goes on");
        var path = new KeyValuePair<string, string?>("PATH", $"first{Path.PathSeparator}{directory["tools"]}");
        var here = CommandStart.Of("greet", ["hello"]) with { WorkingDirectory = directory.Root };

        Assert.Equal("hello", (await (here with { Environment = [path] }).RunAsync()).Stdout);
        Assert.Equal("hello", (await (CommandStart.Of("tools/greet", ["hello"]) with { WorkingDirectory = directory.Root }).RunAsync()).Stdout);
        // No program is taken from the working directory because it has a program's name.
        Assert.Equal(FailureKind.NotFound, (await (here with { WorkingDirectory = directory["tools"] }).FailureAsync()).Kind);
        Assert.Equal("hello", (await (CommandStart.Of("echo", ["hello"]) with { Environment = [new("PATH", null)] }).RunAsync()).Stdout);
    }
}
