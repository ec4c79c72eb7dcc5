namespace PlanDsl.Model;

/// <summary>The grammar of plan files, once: the reader, the nearest names that it proposes and the JSON Schema are made of it.</summary>
internal static class PlanFileGrammar
{
    public static GrammarObject Globals { get; } = new(
        "globals",
        "Defaults for all steps.",
        new("max_concurrency", PropertyType.Integer, "Another name of limits.max_parallel. Where globals is written without it, one step runs at a time.") { Minimum = 0 },
        new("default_timeout_sec", PropertyType.Number, "The timeout of steps that declare none, in seconds.") { Minimum = 0 },
        new("default_retries", PropertyType.Integer, "How often steps that declare no retries are tried again.") { Minimum = 0 },
        new("env", PropertyType.TemplateMap, "Environment variables of all commands, over those of the process that runs the plan."));

    public static GrammarObject Limits { get; } = new(
        "limits",
        "Bounds of the plan as a whole.",
        new("max_depth", PropertyType.Integer, "How deep sub-plans may be nested, this plan counted as 1. The default is 3.") { Minimum = 1 },
        new("max_steps", PropertyType.Integer, "How many steps the plan may have, children counted. A file has 100,000 at most.") { Minimum = 1 },
        new("max_parallel", PropertyType.Integer, "How many steps may run at once. The default is 4, and 1 where globals is written without max_concurrency.") { Minimum = 1 },
        new("timeout_sec", PropertyType.Number, "How long a run may take as a whole, in seconds.") { Minimum = 0 });

    public static GrammarObject Input { get; } = new(
        "input",
        "A value that a run is given when it starts.",
        new("type", PropertyType.Choice, "What the value is. Without a type it may be anything.") { Choices = ["string", "integer", "number", "boolean", "object", "array"], Noun = "type of an input", ChoiceRule = RuleIds.WrongType },
        new("default", PropertyType.Any, "The value of a run that is given none. An input without one, or with null, has to be given."),
        new("secret", PropertyType.Boolean, "Whether the value is kept out of events, logs and journals."),
        new("description", PropertyType.Text, "What the value is for."),
        new("from_env", PropertyType.Text, "The environment variable that it is read from where a run is given none."));

    public static GrammarObject Agent { get; } = new("agent", "A step that asks an agent.", AgentProperties());

    public static GrammarObject Wait { get; } = new(
        "wait",
        "A step that waits for a signal.",
        new("signal", PropertyType.Text, "The name of the signal. What it brings is the step's result.") { IsRequired = true },
        new("timeout_sec", PropertyType.Number, "How long to wait, in seconds. Without it the step waits as long as the plan may run.") { Minimum = 0 });

    public static GrammarObject Transitions { get; } = new(
        "transitions",
        "Which step follows, in a sequential plan.",
        new("allowed_events", PropertyType.Choices, "The ends of the step that are accepted. Another end is a failure, but that a step is skipped or cancelled is always accepted.") { Choices = [.. FlowEvents.All], Noun = "event" },
        new("failure_branch_ids", PropertyType.Texts, "The steps that run, in this order, when the step fails. The failure then counts as handled."),
        new("default_next_step", PropertyType.Text, "The step that follows. Without it the next in the file does."));

    /// <summary>What a step is replaced with or undone by: an object of one kind of step.</summary>
    public static GrammarObject Substitute { get; } = new("substitute", "What runs in a step's place, or undoes it: one kind of step.", StepProperties.OfKinds());

    public static GrammarObject Step { get; } = new("step", "A step: exactly one of command, call, agent, parallel, plan and wait.", [.. StepProperties.OfKinds(), .. StepProperties.Common()]);

    /// <summary>A child of a parallel group, which may be an agent without an object around it.</summary>
    public static GrammarObject Child { get; } = new(
        "child",
        "A child of a parallel group: exactly one of command, call, agent, plan and wait, or an agent written as {\"agent_id\": …}.",
        [.. StepProperties.OfKinds(), .. StepProperties.Common().Select(Optional), .. AgentProperties().Where(static property => property.Name is not ("with" or "result_key")).Select(Optional)]);

    public static GrammarObject Parallel { get; } = new(
        "parallel",
        "Children that run at once, and how their ends make the end of the step.",
        new("steps", PropertyType.Objects, "The children, which are steps of any kind but parallel, or agents written as {\"agent_id\": …}.") { Object = static () => Child, IsRequired = true },
        new("strategy", PropertyType.Choice, "When the step succeeds. all: when all children do. fail_fast: the same, but the first failure ends it. any: when one child does. threshold: when as many do as threshold says. best_effort: when at least one does, once all have ended.") { Choices = ["all", "fail_fast", "any", "threshold", "best_effort", "wait_all", "race", "first_success"], Noun = "strategy" },
        new("threshold", PropertyType.Integer, "How many children must succeed under the strategy threshold.") { Minimum = 1 },
        new("max_concurrency", PropertyType.Integer, "How many children may run at once. By default only the plan bounds it.") { Minimum = 0 },
        new("max_parallel", PropertyType.Integer, "Another name of max_concurrency.") { Minimum = 1 },
        new("merge_strategy", PropertyType.Choice, "collect: the result holds those of all children. first_success: the same as the strategy any.") { Choices = ["collect", "first_success"], Noun = "merge_strategy" },
        new("result_key", PropertyType.Text, "The key under which other steps read the result. The default is the step's id."),
        new("bindings", PropertyType.Constants, "Constants for the children, over those of the plan."));

    public static GrammarObject Plan { get; } = new(
        "plan",
        "A plan: steps, what they wait for, and what becomes of their failures.",
        new("$schema", PropertyType.Text, "The schema of this file, by which editors complete and explain it."),
        new("plan_id", PropertyType.Text, "The id of the plan. Without one it is the file's name without .plan.json."),
        new("id", PropertyType.Text, "Another name of plan_id."),
        new("name", PropertyType.Text, "A title for people."),
        new("version", PropertyType.Any, "The author's own version. It is never judged."),
        new("description", PropertyType.Text, "What the plan is for."),
        new("order", PropertyType.Choice, "dag: a step starts when what it depends on has ended. sequential: each step starts after the one before. The default is dag, and sequential for plans of agents that declare no dependency.") { Choices = ["dag", "sequential"], Noun = "order of steps" },
        new("metadata", PropertyType.Free, "The author's own notes. They are ignored."),
        new("globals", PropertyType.Object, "Defaults for all steps.") { Object = static () => Globals },
        new("limits", PropertyType.Object, "Bounds of the plan as a whole.") { Object = static () => Limits },
        new("inputs", PropertyType.ObjectMap, "What a run is given when it starts, read as ${name} or {{ inputs.name }}. A plan that declares none accepts any.") { Object = static () => Input },
        new("bindings", PropertyType.Constants, "Constants, read as {{ bindings.name }}."),
        new("status", PropertyType.Any, "Where another tool keeps how a run is going. It is ignored."),
        new("steps", PropertyType.Objects, "The steps.") { Object = static () => Step, IsRequired = true })
    {
        IsOpen = true,
    };

    private static GrammarProperty Optional(GrammarProperty property) => property with { IsRequired = false };

    private static GrammarProperty[] AgentProperties() =>
    [
        new("agent_id", PropertyType.Text, "The id of the agent.") { IsRequired = true },
        new("action_id", PropertyType.Text, "Which of its actions the agent is to take."),
        new("prompt", PropertyType.Template, "What the agent is told. Values are inserted."),
        new("with", PropertyType.Values, "What the agent is given, by name. Values are inserted."),
        new("result_key", PropertyType.Text, "The key under which other steps read the result. The default is the step's id."),
        new("timeout_ms", PropertyType.Number, "How long an attempt may take, in milliseconds.") { Minimum = 0 },
    ];
}
