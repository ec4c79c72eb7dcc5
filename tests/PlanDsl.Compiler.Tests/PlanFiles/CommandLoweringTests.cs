namespace PlanDsl.Compiler.Tests;

public class CommandLoweringTests
{
    [Fact]
    public void A_command_is_started_with_its_arguments_its_directory_and_the_environments_of_plan_and_step()
    {
        var code = LoweredCode.Of("""
            {
              "plan_id": "merge",
              "globals": { "env": { "CI": "1", "WHO": "${USER_NAME}" } },
              "bindings": { "depth": 3 },
              "inputs": { "branch": { "type": "string" }, "USER_NAME": { "type": "string", "default": "me" }, "token": { "type": "string", "secret": true, "from_env": "TOKEN" } },
              "steps": [
                { "id": "merge", "command": "git", "args": ["merge", "--no-ff", "{{ inputs.branch }}", "--depth={{ bindings.depth }}"], "cwd": "repo/${branch}", "env": { "LEVEL": "{{ env.CI }}-x" } }
              ]
            }
            """);
        Assert.Equal("""
            static StepEnvironment PlanEnvironment(string userName)
            {
                var environment = new StepEnvironment();
                environment["CI"] = "1";
                environment["WHO"] = userName;
                return environment;
            """, LoweredCode.Method(code, "PlanEnvironment"));
        Assert.Equal("""
            static Task<CommandResult> Merge(string userName, string branch, StepContext context)
            {
                var environment = PlanEnvironment(userName);
                environment["LEVEL"] = $"{environment["CI"]}-x";
                return new StepCommand("git", ["merge", "--no-ff", branch, $"--depth={(PlanText.Of(3L, "bindings.depth", "'args' of step 'merge'"))}"]) { WorkingDirectory = $"repo/{branch}", Environment = environment }.RunAsync(context);
            """, LoweredCode.Method(code, "Merge"));
    }

    [Fact]
    public void A_variable_that_the_run_is_not_given_stays_as_it_stands_and_is_left_to_a_shell()
    {
        var json = """{ "plan_id": "x", "steps": [{ "id": "list", "command": "ls {a,b} \"${DIR}\" | wc -l", "shell": true }, { "id": "show", "command": "cat", "args": ["${DIR}/x"] }] }""";
        var code = LoweredCode.Of(json);
        Assert.Equal("""
            static Task<CommandResult> List(string? dir, StepContext context)
            {
                return StepCommand.Shell($"ls {{a,b}} \"{(new ShellVariable("DIR", dir))}\" | wc -l", []).RunAsync(context);
            """, LoweredCode.Method(code, "List"));
        Assert.Equal("""
            static Task<CommandResult> Show(string? dir, StepContext context)
            {
                return new StepCommand("cat", [$"{(dir ?? "${DIR}")}/x"]).RunAsync(context);
            """, LoweredCode.Method(code, "Show"));
        Assert.Equal([new("dir", "string?", "null")], ReadFilePlan.Of(json).Spec.Inputs);
    }

    [Fact]
    public void What_a_command_left_is_read_by_those_behind_it()
    {
        var code = LoweredCode.Of("""
            { "plan_id": "x", "steps": [
              { "id": "build", "command": "make" },
              { "id": "test", "command": "t", "args": ["{{ build.stdout }}", "{{ build.json.files }}", "{{ bindings.build.exit_code }}"], "condition": "build.exit_code == 0 && build.stdout != ''" },
              { "id": "report", "command": "r", "args": ["{{ test.stdout ?? 'none' }}", "{{ steps.test.status }}"] } ] }
            """);
        Assert.StartsWith("static bool TestWhen(CommandResult build)", LoweredCode.Method(code, "TestWhen"), StringComparison.Ordinal);
        Assert.StartsWith("static Task<CommandResult> Test(CommandResult build, StepContext context)", LoweredCode.Method(code, "Test"), StringComparison.Ordinal);
        Assert.StartsWith("static Task<CommandResult> Report(CommandResult? test, StepOutcome<object> test_, StepContext context)", LoweredCode.Method(code, "Report"), StringComparison.Ordinal);
    }
}
