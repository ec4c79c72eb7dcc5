using System.Text.Json.Nodes;

namespace PlanDsl.Tests;

public sealed class FileCommandTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task An_array_becomes_several_arguments()
    {
        var results = await RunAsync("{ 'bindings': { 'all': ['a b', 'c'] }, 'steps': [ { 'id': 'a', 'command': 'printf', 'args': ['%s;', '{{ bindings.all }}', 'd', '{{ bindings.all[1] }}x'] } ] }");

        Assert.Equal("a b;c;d;cx;", results["a"].GetProperty("stdout").GetString());
    }

    [Fact]
    public async Task What_a_command_writes_as_JSON_can_be_read()
    {
        var results = await RunAsync(@"{ 'steps': [ { 'id': 'a', 'command': 'echo', 'args': ['{\u0022n\u0022: [1, 2]}'] }, { 'id': 'b', 'command': 'echo', 'args': ['{{ a.json.n[1] }} {{ a.exit_code }}'] } ] }");

        Assert.Equal("2 0", results["b"].GetProperty("stdout").GetString());
    }

    [Fact]
    public async Task The_environment_of_a_step_lies_over_that_of_the_plan()
    {
        var results = await RunAsync(
            "{ 'globals': { 'env': { 'ONE': 'plan ${V}', 'TWO': 'plan' } }, 'steps': [ { 'id': 'a', 'command': 'sh', 'args': ['-c', 'echo $ONE/$TWO/$THREE {{ env.TWO }}'], 'env': { 'TWO': 'step', 'THREE': '{{ env.ONE }} and {{ env.TWO }}' } } ] }",
            new() { ["V"] = "v" });

        Assert.Equal("plan v/step/plan v and step step", results["a"].GetProperty("stdout").GetString());
    }

    [Fact]
    public async Task A_shell_is_given_values_and_not_code()
    {
        var results = await RunAsync(
            "{ 'steps': [ { 'id': 'a', 'shell': true, 'command': 'echo ${V} | cat; X=1; echo ${X}', 'args': ['{{ inputs.V }}'] } ] }",
            new() { ["V"] = "a; echo b $(echo c)" });

        Assert.Equal("a; echo b $(echo c)\n1 a; echo b $(echo c)", results["a"].GetProperty("stdout").GetString());
    }

    [Fact]
    public async Task A_command_runs_in_its_directory()
    {
        Directory.CreateDirectory(_directory["sub"]);
        var results = await RunAsync("{ 'steps': [ { 'id': 'a', 'command': 'pwd' }, { 'id': 'b', 'command': 'pwd', 'cwd': '${WHERE}' } ] }", new() { ["WHERE"] = "sub" });

        Assert.EndsWith(Path.GetFileName(_directory.Root), results["a"].GetProperty("stdout").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("/sub", results["b"].GetProperty("stdout").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'{{ setup.stdout }}'", "comes to an empty text")]
    [InlineData("'{{ bindings.nul }}'", "contains the character U+0000")]
    public async Task A_directory_that_can_be_none_is_a_failure_to_bind(string directory, string fault)
    {
        var plan = Plan($@"{{ 'bindings': {{ 'nul': 'a\u0000b' }}, 'steps': [ {{ 'id': 'setup', 'command': 'true' }}, {{ 'id': 'a', 'command': 'pwd', 'cwd': {directory}, 'retries': 2, 'depends_on': ['setup'] }} ] }}");
        var outcome = await plan.Start().Completion.Soon();

        Assert.Equal((FailureKind.Binding, 1), (outcome.Error!.Kind, outcome.Steps[1].Attempts));
        Assert.Contains($"The working directory of command 'pwd' {fault}", outcome.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_fails_says_with_which_exit_code_and_keeps_secrets()
    {
        var plan = Plan("{ 'inputs': { 'token': { 'type': 'string', 'secret': true } }, 'steps': [ { 'id': 'a', 'command': 'sh', 'args': ['-c', 'echo bad token ${token} >&2; exit 3'] } ] }");
        var outcome = await plan.Start(new() { ["token"] = "t0ps3cret" }).Completion.Soon();

        Assert.Equal((FailureKind.ExitCode, 3), (outcome.Error!.Kind, Assert.IsType<ExitCodeException>(outcome.Error.Exception).ExitCode));
        Assert.Equal("Command 'sh' ended with exit code 3: bad token ***", outcome.Error.Message);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_not_found()
    {
        var outcome = await Plan("{ 'steps': [ { 'id': 'a', 'command': 'no-such-program-here', 'retries': 2 } ] }").Start().Completion.Soon();

        Assert.Equal((FailureKind.NotFound, 1), (outcome.Error!.Kind, outcome.Steps[0].Attempts));
    }

    [Fact]
    public async Task Null_is_no_argument()
    {
        var outcome = await Plan("{ 'steps': [ { 'id': 'a', 'command': 'echo', 'args': ['{{ inputs.none }}'] } ] }").Start(new JsonObject { ["none"] = null }).Completion.Soon();

        Assert.Equal(FailureKind.Binding, outcome.Error!.Kind);
    }

    private InterpretedPlan Plan(string text) => InterpretedPlan.Parse(FilePlan.Quoted(text), "test.plan.json", new() { WorkingDirectory = _directory.Root });

    private Task<PlanResults> RunAsync(string text, JsonObject? inputs = null) => Plan(text).RunAsync(inputs).Soon();
}
