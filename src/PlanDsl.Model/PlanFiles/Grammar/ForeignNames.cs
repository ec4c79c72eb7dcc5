namespace PlanDsl.Model;

/// <summary>What other tools call that which a plan file calls otherwise: the words of CI services, workflow engines and task runners. What counts otherwise there,
/// such as attempts, of which the first is no retry, is not among them.</summary>
internal static class ForeignNames
{
    private static readonly Dictionary<string, string[]> Known = Invert(
        ("command", "cmd run script exec"),
        ("args", "arguments argv"),
        ("cwd", "workdir work_dir working_dir working_directory dir directory chdir"),
        ("env", "environment environment_variables env_vars variables"),
        ("from_env", "env environment env_var"),
        ("call", "function method handler"),
        ("plan", "subplan workflow"),
        ("name", "title label display_name"),
        ("description", "desc summary doc comment"),
        ("tags", "labels keywords"),
        ("depends_on", "needs depends after requires dependencies deps upstream"),
        ("condition", "if when only_if"),
        ("for_each", "foreach each loop items with_items"),
        ("retries", "retry max_retries retry_count retry_limit"),
        ("default_retries", "retry max_retries retry_count retry_limit"),
        ("retry_delay_sec", "retry_interval retry_wait"),
        ("timeout_sec", "timeout_seconds"),
        ("default_timeout_sec", "timeout timeout_sec timeout_seconds"),
        ("timeout_ms", "timeout_millis timeout_milliseconds"),
        ("on_failure", "on_error"),
        ("fallback", "rescue catch"),
        ("compensate", "rollback undo"),
        ("result_key", "register output save_as"),
        ("max_concurrency", "concurrency parallelism max_workers max_parallel"),
        ("max_parallel", "concurrency parallelism max_workers"),
        ("steps", "tasks jobs children branches"),
        ("agent_id", "agent"),
        ("action_id", "action"),
        ("prompt", "message instructions"),
        ("signal", "event event_name"),
        ("default_next_step", "next"),
        ("secret", "sensitive masked"),
        ("default", "default_value"));

    /// <summary>The properties that a name stands for elsewhere. What it is in an object is the first of them that such an object may have.</summary>
    /// <param name="name">The name, in snake_case.</param>
    public static IReadOnlyList<string> MeantBy(string name) => Known.TryGetValue(name.Replace('-', '_'), out var meant) ? meant : [];

    private static Dictionary<string, string[]> Invert(params (string Ours, string Theirs)[] names) => names
        .SelectMany(static name => name.Theirs.Split(' '), static (name, theirs) => (name.Ours, Theirs: theirs))
        .GroupBy(static name => name.Theirs, static name => name.Ours, StringComparer.Ordinal)
        .ToDictionary(static name => name.Key, static name => name.ToArray(), StringComparer.Ordinal);
}
