using System.Runtime.CompilerServices;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

public class PlanFileSnapshotTests
{
    [Fact]
    public void A_file_of_commands_agents_and_groups() => Verify("""
        {
          "plan_id": "release_check",
          "name": "Release check",
          "description": "Builds and reviews a branch.",
          "inputs": {
            "branch": { "type": "string", "description": "the branch" },
            "limit": { "type": "integer", "default": 10 },
            "token": { "type": "string", "secret": true, "from_env": "RELEASE_TOKEN" }
          },
          "bindings": { "areas": ["docs", "code"] },
          "globals": { "env": { "CI": "true" } },
          "steps": [
            { "id": "fetch", "command": "git fetch origin ${branch}", "shell": true, "env": { "TOKEN": "${token}" }, "retries": 2 },
            { "id": "status", "command": "tool", "args": ["--limit", "{{ inputs.limit }}", "{{ bindings.areas }}"], "depends_on": ["fetch"] },
            { "id": "reviews", "for_each": "bindings.areas", "type": "agent", "agent": { "agent_id": "reviewer", "prompt": "Review {{ item }} of {{ status.json.title }}" } },
            {
              "id": "checks",
              "type": "parallel",
              "parallel": {
                "steps": [
                  { "id": "lint", "result_key": "lint", "command": "lint" },
                  { "id": "risk", "result_key": "risk", "type": "agent", "agent": { "agent_id": "risk", "with": { "branch": "${branch}", "files": "{{ status.json.files }}" } } }
                ]
              }
            },
            { "id": "approve", "wait": { "signal": "approved", "timeout_sec": 3600 }, "depends_on": ["checks", "reviews"] },
            { "id": "publish", "condition": "approve.by != null && checks.risk.score < inputs.limit", "command": "publish", "args": ["{{ approve.by }}", "{{ steps.checks.status }}"] }
          ]
        }
        """);

    [Fact]
    public void A_file_with_transitions() => Verify("""
        {
          "plan_id": "deploy",
          "order": "sequential",
          "steps": [
            { "id": "build", "command": "make", "retries": 1, "retry_on": ["exit_code"], "transitions": { "failure_branch_ids": ["report"] } },
            { "id": "deploy", "command": "make", "args": ["deploy"], "transitions": { "allowed_events": ["step_succeeded", "timeout"] } },
            { "id": "report", "command": "mail", "args": ["{{ steps.build.error.message }}"], "transitions": { "default_next_step": "clean" } },
            { "id": "clean", "command": "make", "args": ["clean"] }
          ]
        }
        """);

    [Fact]
    public void A_file_and_its_class() => Verify(
        """
        {
          "plan_id": "notes",
          "inputs": { "since": { "type": "string", "description": "the last release" }, "limit": { "type": "integer", "default": 20 } },
          "steps": [
            { "id": "commits", "description": "Reads the log", "call": "ReadCommits", "with": { "since": "{{ inputs.since }}", "most": "{{ inputs.limit }}" }, "retries": 1 },
            { "id": "summaries", "for_each": "commits", "call": "Summarize", "with": { "subject": "{{ item.subject }}" }, "max_parallel": 4 },
            { "id": "publish", "call": "Publish", "with": { "lines": "{{ summaries }}", "first": "{{ commits[0].subject ?? 'nothing' }}" }, "compensate": { "call": "Retract" } }
          ]
        }
        """,
        """
        namespace Shop;

        [Plan("plan.plan.json")]
        public sealed partial class NotesPlan
        {
            private Task<Commit[]> ReadCommits(string since, long most, CancellationToken ct) => Task.FromResult(new Commit[most]);

            private static async ValueTask<string> Summarize(string subject, CancellationToken ct) => await Task.FromResult(subject);

            private static (int Lines, bool IsLong) Publish(IReadOnlyList<string> lines, string first) => (lines.Count, lines.Count > 10);

            private Task Retract(StepContext context) => Task.CompletedTask;
        }

        public sealed record Commit(string Subject);
        """);

    private static void Verify(string text, string source = "", [CallerMemberName] string test = "") =>
        Snapshot.Verify(PlanFileRun.Of([PlanFileRun.File("plan.plan.json", text)], source).AssertCompiles().Source, callerMember: test);
}
