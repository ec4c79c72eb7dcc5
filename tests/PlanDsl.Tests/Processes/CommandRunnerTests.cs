using System.Text.Json;

namespace PlanDsl.Tests;

/// <summary>What a command is given, and what it leaves.</summary>
public sealed class CommandRunnerTests
{
    [Fact]
    public async Task A_command_leaves_its_output_without_the_final_newline()
    {
        var result = await Commands.Script("echo out; echo; echo err >&2").RunAsync();

        Assert.Equal((0, "out\n", "err", null), (result.ExitCode, result.Stdout, result.Stderr, result.Json));
        Assert.Equal("""{"exit_code":0,"stdout":"out\n","stderr":"err","json":null}""", result.ToJson().GetRawText());
    }

    [Fact]
    public async Task Output_that_is_JSON_is_read()
    {
        var result = await CommandStart.Of("printf", ["%s", """ {"total": [1, "é", "\ud800"]} """]).RunAsync();

        Assert.Equal(1, result.Json!.Value.GetProperty("total")[0].GetInt32());
        Assert.Equal(1, result.ToJson().GetProperty("json").GetProperty("total")[0].GetInt32());
    }

    [Fact]
    public async Task Arguments_arrive_as_they_are()
    {
        string[] arguments = ["", " ", "a b", "'", "\"", "\\", "\\\"", "$HOME", "$(id)", "`id`", "*", "-n", "--", "%s", "line\nbreak", "\t", "ünï→😀", "a=b", "{{}}", "^&|<>;!"];

        var result = await Commands.Script("for a; do printf '<%s>' \"$a\"; done", arguments).RunAsync();

        Assert.Equal(string.Concat(arguments.Select(static argument => $"<{argument}>")), result.Stdout);
    }

    [Fact]
    public async Task The_environment_is_laid_over_the_inherited_one()
    {
        var command = Commands.Script("echo \"$A-$B-${HOME-none}-${PATH:+path}\"") with
        {
            Environment = [new("A", "plan"), new("B", "plan"), new("B", "step é"), new("HOME", null)],
        };

        Assert.Equal("plan-step é-none-path", (await command.RunAsync()).Stdout);
        Assert.Null(Environment.GetEnvironmentVariable("A"));
        Assert.NotNull(Environment.GetEnvironmentVariable("HOME"));
    }

    [Fact]
    public async Task A_command_runs_in_its_working_directory()
    {
        using var directory = new TempDirectory();
        directory.Write("inner/file", "text");

        Assert.Equal("file", (await (CommandStart.Of("ls", []) with { WorkingDirectory = directory["inner"] }).RunAsync()).Stdout);
    }

    [Fact]
    public async Task Without_input_the_standard_input_is_at_its_end() => Assert.Equal("", (await CommandStart.Of("cat", []).RunAsync()).Stdout);

    [Fact]
    public async Task Input_is_handed_over_and_ends()
    {
        var input = new byte[1_000_000];
        new Random(1).NextBytes(input);
        using var copy = new MemoryStream();

        await (CommandStart.Of("cat", []) with { Input = input, StdoutCopy = copy }).RunAsync();

        Assert.Equal(input, copy.ToArray());
    }

    [Fact]
    public async Task Input_that_nobody_reads_harms_nobody()
    {
        Assert.Equal(0, (await (CommandStart.Of("true", []) with { Input = new byte[1_000_000] }).RunAsync()).ExitCode);
        Assert.Equal(0, (await (Commands.Script("exec <&-; echo closed") with { Input = new byte[1_000_000] }).RunAsync()).ExitCode);
    }

    [Fact]
    public async Task Both_pipes_are_drained_while_the_process_runs()
    {
        const int Size = 50_000_000;
        using var stdout = new CountingStream();
        using var stderr = new CountingStream();
        var command = Commands.Script("yes out | head -c $1 & yes err | head -c $1 >&2; wait", $"{Size}") with { StdoutCopy = stdout, StderrCopy = stderr };

        var result = await command.RunAsync();

        Assert.Equal((Size, Size), (stdout.Count, stderr.Count));
        Assert.Equal((OutputTail.Bound - 1, OutputTail.Bound - 1), (result.Stdout.Length, result.Stderr.Length));
    }

    [Fact]
    public async Task A_process_ends_when_nobody_reads_what_it_writes()
    {
        var result = await Commands.Script("while true; do echo text; done | head -n 1").RunAsync();

        Assert.Equal(("text", ""), (result.Stdout, result.Stderr));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_replaced_in_the_tail_and_kept_in_the_copy()
    {
        using var copy = new MemoryStream();

        var result = await (Commands.Script(@"printf 'a\377\000\200b\303'") with { StdoutCopy = copy }).RunAsync();

        Assert.Equal("a\uFFFD\0\uFFFDb\uFFFD", result.Stdout);
        Assert.Equal([(byte)'a', 0xFF, 0, 0x80, (byte)'b', 0xC3], copy.ToArray());
        Assert.Equal(JsonValueKind.Object, result.ToJson().ValueKind);
    }

    [Fact]
    public async Task Two_hundred_run_at_once_without_a_thread_each()
    {
        const int Count = 200;
        using var directory = new TempDirectory();
        var fifo = await Fifo.CreateAsync(directory, "gate");
        using var gate = fifo.Hold();
        using var arrivals = new CountdownStream(Count);
        var command = Commands.Script("echo up >&2; head -c 1 \"$1\"", fifo.FilePath) with { StderrCopy = arrivals };

        var runs = Enumerable.Range(0, Count).Select(_ => command.RunAsync()).ToArray();
        await arrivals.AllHaveWritten;
        var threads = ThreadPool.ThreadCount;
        gate.Write([.. Enumerable.Repeat((byte)'x', Count)]);
        var results = await Task.WhenAll(runs).Soon();

        Assert.All(results, static result => Assert.Equal("x", result.Stdout));
        Assert.True(threads < Count, $"{threads} threads");
    }
}
