namespace PlanDsl.Cli.Tests;

/// <summary>Plans whose runs are left and gone on with.</summary>
internal static class JournaledPlans
{
    /// <summary>A command before a wait, and one behind it. What each does is counted in the file <c>done</c>.</summary>
    public const string Waiting = """
        {
          "plan_id": "waiting",
          "inputs": { "who": { "type": "string", "default": "nobody" } },
          "steps": [
            { "id": "before", "command": "sh", "args": ["-c", "echo before >> done; echo $0", "${who}"] },
            { "id": "approve", "wait": { "signal": "approve" }, "depends_on": ["before"] },
            { "id": "after", "command": "sh", "args": ["-c", "echo after >> done; echo $0 $1", "{{ approve.by }}", "{{ before.stdout }}"] }
          ]
        }
        """;
}
