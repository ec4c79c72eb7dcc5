using System.Xml.Linq;

namespace PlanDsl.Cli.Tests;

/// <summary><c>plandsl graph</c>.</summary>
public class GraphTests
{
    [Theory]
    [InlineData("mermaid", "flowchart TD\n")]
    [InlineData("dot", "digraph \"diamond\" {\n")]
    [InlineData("svg", "<svg xmlns=")]
    [InlineData("text", "diamond: 4 steps in 3 layers")]
    public async Task Every_format_draws_the_plan(string format, string start)
    {
        using var folder = new PlanFolder();

        var run = await ToolRun.OfAsync("graph", folder.Write("diamond.plan.json", SomePlans.Diamond), "--format", format);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith(start, run.Output, StringComparison.Ordinal);
        Assert.All(["fetch", "left", "right", "join"], id => Assert.Contains(id, run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("graph", "--format", "text")]
    [InlineData("graph", "--format", "mermaid")]
    [InlineData("graph", "--format", "dot")]
    [InlineData("graph", "--format", "svg")]
    [InlineData("run", "--dry-run", "--allow-none")]
    public async Task What_a_terminal_would_obey_is_spelled(string command, string option, string value)
    {
        using var folder = new PlanFolder();
        var path = folder.Write("odd.plan.json", """
            { "name": "T\u001b[31mitle\nx", "steps": [ { "id": "a", "command": "echo\u001b[2J\u0007", "name": "\u001b]0;x\u0007" }, { "id": "b", "agent": { "agent_id": "w\u001b[1m\u0085" } } ] }
            """);

        var run = await ToolRun.OfAsync(value == "--allow-none" ? [command, path, option, "--agent-command", "cat"] : [command, path, option, value]);

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain(run.Output, static letter => char.IsControl(letter) && letter != '\n');
        if (value is "text" or "--allow-none")
            Assert.StartsWith("T\\u001b[31mitle\\nx: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_shows_layers_members_and_what_is_waited_for()
    {
        using var folder = new PlanFolder();

        var run = await ToolRun.OfAsync("graph", folder.Write("grouped.plan.json", SomePlans.Grouped), "--format", "text");

        Assert.Equal(
            """
            Tests <fast & slow>: 4 steps in 3 layers
            1  build    command   echo
            2  tests    parallel  all of them  ← build
                 fast   command   echo a
                 slow   command   echo b
            3  publish  command   echo  ← tests

            """.ReplaceLineEndings("\n"),
            run.Output);
    }

    [Fact]
    public async Task A_picture_is_xml_and_shows_every_step_and_edge()
    {
        using var folder = new PlanFolder();

        var run = await ToolRun.OfAsync("graph", folder.Write("grouped.plan.json", SomePlans.Grouped), "--format", "svg");

        var svg = XDocument.Parse(run.Output).Root!;
        var classes = svg.Descendants().Select(static element => (string?)element.Attribute("class")).ToList();
        Assert.Equal(4, classes.Count(static name => name is "step command"));
        Assert.Equal(1, classes.Count(static name => name is "group parallel"));
        Assert.Equal(2, classes.Count(static name => name is "edge"));
        Assert.Contains(svg.Descendants(), static element => element.Value == "Tests <fast & slow>");
    }

    [Fact]
    public async Task A_plan_that_is_not_sound_is_not_drawn()
    {
        using var folder = new PlanFolder();

        var run = await ToolRun.OfAsync("graph", folder.Write("broken.plan.json", SomePlans.Broken), "--format", "svg");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("error PLAN0102", run.Error, StringComparison.Ordinal);
    }
}
