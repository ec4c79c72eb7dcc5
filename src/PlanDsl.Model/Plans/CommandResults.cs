namespace PlanDsl.Model;

/// <summary>What a command of a plan file leaves: <c>{exit_code, stdout, stderr, json}</c>, known without looking at anything else.</summary>
internal static class CommandResults
{
    public const string ExitCode = "exit_code";
    public const string Stdout = "stdout";
    public const string Stderr = "stderr";
    public const string Json = "json";

    /// <summary>The members.</summary>
    public static string[] Members { get; } = [ExitCode, Stdout, Stderr, Json];

    /// <summary>Whether one run of a step's body returns that, whoever takes its place.</summary>
    public static bool AreReturnedBy(StepModel step) => step is { Body: CommandBody, Fallback: null or { Body: CommandBody } };
}
