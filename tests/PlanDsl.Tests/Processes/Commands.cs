namespace PlanDsl.Tests;

internal static class Commands
{
    /// <summary>A script, which sees the arguments as <c>$1</c> and so on.</summary>
    public static CommandStart Script(string text, params string[] arguments) => CommandStart.Of("sh", ["-c", text, "script", .. arguments]);

    public static Task<CommandResult> RunAsync(this CommandStart command, CancellationToken cancellationToken = default) =>
        command.RunAsync(TimeProvider.System, cancellationToken);

    public static Task<CommandResult> RunAsync(this CommandStart command, TimeProvider time, CancellationToken cancellationToken = default) =>
        new CommandRunner(time).RunAsync(command, cancellationToken).Soon();

    public static async Task<StepError> FailureAsync(this CommandStart command) =>
        StepError.Of(await Assert.ThrowsAnyAsync<Exception>(() => command.RunAsync()), "step");
}
