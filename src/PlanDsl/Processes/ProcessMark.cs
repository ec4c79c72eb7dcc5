namespace PlanDsl;

/// <summary>A variable in the environment of a command that its descendants inherit, so that one of them is found also when the
/// process between has ended. A command within a command has the marks of both.</summary>
internal static class ProcessMark
{
    public const string Variable = "PLANDSL_PROCESS";

    /// <summary>Marks an environment, and returns what only this command and its descendants have in the variable.</summary>
    public static string AddTo(IDictionary<string, string?> environment)
    {
        var mark = Guid.NewGuid().ToString("N");
        environment[Variable] = environment.TryGetValue(Variable, out var inherited) && !string.IsNullOrEmpty(inherited) ? $"{inherited}:{mark}" : mark;
        return mark;
    }
}
