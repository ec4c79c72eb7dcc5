namespace PlanDsl.Cli;

/// <summary>How the tool says to whoever called it what has come of the call.</summary>
internal static class ExitCodes
{
    /// <summary>The run succeeded, the plan is valid, or what was asked for was written.</summary>
    public const int Success = 0;

    /// <summary>The plan ran, and the run failed.</summary>
    public const int RunFailed = 1;

    /// <summary>The command line or the plan is wrong, and nothing ran.</summary>
    public const int Unusable = 2;

    /// <summary>The run was interrupted: 128 and the number of SIGINT, as shells have it.</summary>
    public const int Interrupted = 130;
}
