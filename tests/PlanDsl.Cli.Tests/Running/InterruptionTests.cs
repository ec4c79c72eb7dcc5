using System.Threading.Channels;
using PlanDsl.Model;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Cli.Tests;

/// <summary>What the second Ctrl-C leaves behind, which ends the tool at once.</summary>
public sealed class InterruptionTests
{
    private const string Hide = "\u001b[?25l";
    private const string Show = "\u001b[?25h";

    [Fact]
    public async Task The_cursor_that_a_live_table_hides_comes_back()
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        var console = new ToolConsole(output, error) { IsTerminal = true, Time = new ManualTimeProvider() };
        var events = Channel.CreateUnbounded<PlanEvent>();
        var following = new LiveReport(console, Plan()).FollowAsync(events.Reader);
        Assert.Equal(Hide, Cursor(output));

        Assert.Equal([ExitCodes.Interrupted], InterruptedTwice(console));
        Assert.Equal(Hide + Show, Cursor(output));
        Assert.EndsWith("\n", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Interrupted again", error.ToString(), StringComparison.Ordinal);
        events.Writer.Complete();
        await following;
    }

    [Fact]
    public async Task Nothing_is_written_where_no_table_is_shown_any_more()
    {
        var output = new StringWriter { NewLine = "\n" };
        var console = new ToolConsole(output, new StringWriter()) { IsTerminal = true, Time = new ManualTimeProvider() };
        var events = Channel.CreateUnbounded<PlanEvent>();
        events.Writer.Complete();
        await new LiveReport(console, Plan()).FollowAsync(events.Reader);
        var before = output.ToString();

        InterruptedTwice(console);

        Assert.Equal(before, output.ToString());
    }

    private static List<int> InterruptedTwice(ToolConsole console)
    {
        var exits = new List<int>();
        var time = new ManualTimeProvider();
        using var interruption = new Interruption(console, exits.Add, time);
        interruption.Request();
        Assert.Empty(exits);
        Assert.True(interruption.Token.IsCancellationRequested);

        // As a signal to the process and one to its group come.
        interruption.Request();
        Assert.Empty(exits);
        time.Advance(TimeSpan.FromMilliseconds(100));
        interruption.Request();
        return exits;
    }

    private static string Cursor(StringWriter output) => string.Concat(output.ToString().Split('\u001b').Skip(1).Select(static code => "\u001b" + code).Where(static code => code.StartsWith("\u001b[?25", StringComparison.Ordinal)).Select(static code => code[..6]));

    private static PlanModel Plan() => PlanFileReader.Read("""{ "steps": [ { "id": "a", "command": "true" } ] }""", "a.plan.json").Model;
}
