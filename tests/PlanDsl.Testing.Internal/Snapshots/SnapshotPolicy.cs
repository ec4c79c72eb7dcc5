namespace PlanDsl.Testing.Internal;

/// <summary>Whether this process may write snapshot files: never on a build server, whatever else it is told.</summary>
internal static class SnapshotPolicy
{
    public static bool IsContinuousIntegration => IsSet("CI");

    public static bool Accepts => !IsContinuousIntegration && IsSet("PLANDSL_ACCEPT");

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is "1" or "true" or "True";
}
