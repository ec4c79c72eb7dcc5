namespace PlanDsl.Model;

/// <summary>The properties of steps.</summary>
internal static class StepProperties
{
    /// <summary>All that do one thing. A parallel step has children that do, each of which is tried again, repeated and replaced by itself.</summary>
    public const StepKinds OfOne = StepKinds.All & ~StepKinds.Parallel;

    /// <summary>Whether a property of these may be 0 on a parallel step: that nothing is tried again may be said of whatever runs once.</summary>
    public static bool MayBeZero(string property) => property is "retries" or "retry_delay_sec";

    /// <summary>Those that say what a step does.</summary>
    public static GrammarProperty[] OfKinds() =>
    [
        new("type", PropertyType.Choice, "The kind of the step. It can be left out, and agrees with what else is written.") { Choices = ["command", "call", "agent", "parallel", "plan", "wait"], Noun = "kind of step", ChoiceRule = RuleIds.NotOneKind },
        new("command", PropertyType.Template, "The program to start, or, with shell, the command line. Values are inserted."),
        new("args", PropertyType.Templates, "The program's arguments. Values are inserted; an array becomes several arguments.") { Kinds = StepKinds.Command },
        new("cwd", PropertyType.Template, "The directory in which the program runs.") { Kinds = StepKinds.Command },
        new("shell", PropertyType.Boolean, "Whether command is a command line for the system's shell. Inserted values then travel as environment variables.") { Kinds = StepKinds.Command },
        new("env", PropertyType.TemplateMap, "Environment variables of the program, over those of globals.") { Kinds = StepKinds.Command },
        new("call", PropertyType.Text, "The method of the plan's class that is called, or the handler that is registered for the name."),
        new("with", PropertyType.Values, "What a method, a handler or a plan is given, by name. Values are inserted.") { Kinds = StepKinds.Call | StepKinds.Plan },
        new("agent", PropertyType.Object, "The agent that is asked, and for what.") { Object = static () => PlanFileGrammar.Agent },
        new("parallel", PropertyType.Object, "The steps that run at once.") { Object = static () => PlanFileGrammar.Parallel },
        new("plan", PropertyType.Text, "The plan_id of the plan that is run."),
        new("wait", PropertyType.Object, "The signal that the step waits for.") { Object = static () => PlanFileGrammar.Wait },
    ];

    /// <summary>Those that say when a step runs, how, and what becomes of its failure.</summary>
    public static GrammarProperty[] Common() =>
    [
        new("id", PropertyType.Text, "The id of the step, by which others name it.") { IsRequired = true },
        new("name", PropertyType.Text, "A title for people."),
        new("description", PropertyType.Text, "What the step is for."),
        new("depends_on", PropertyType.Texts, "The ids of steps that end before this one starts, besides those whose results it reads."),
        new("condition", PropertyType.Condition, "Whether the step runs; otherwise it is skipped. An expression such as orders.total > 100."),
        new("run_when", PropertyType.Choice, "After which ends of the steps before it the step runs: success, failure, or always.") { Choices = ["success", "failure", "always"], Noun = "run_when" },
        new("for_each", PropertyType.Path, "A path to an array: the step runs once for each element, which it reads as {{ item }}. A parallel step has none: its children do.") { Kinds = OfOne },
        new("repeat_until", PropertyType.Condition, "The step is repeated until this holds, at most max_iterations times. It reads result, previous and iteration. A parallel step has none: its children do.") { Kinds = OfOne },
        new("max_iterations", PropertyType.Integer, "How often a repeated step runs at most.") { Minimum = 1, Kinds = OfOne },
        new("on_exhausted", PropertyType.Choice, "What becomes of a repeated step whose iterations are used up: fail, or use_last.") { Choices = ["fail", "use_last"], Noun = "end of a loop", Kinds = OfOne },
        new("timeout_sec", PropertyType.Number, "How long an attempt may take, in seconds.") { Minimum = 0 },
        new("total_timeout_sec", PropertyType.Number, "How long the step may take with all its attempts and the delays between them, in seconds.") { Minimum = 0 },
        new("retries", PropertyType.Integer, "How often the step is tried again after a failure. A parallel step is not: its children are.") { Minimum = 0, Kinds = OfOne },
        new("retry_delay_sec", PropertyType.Number, "The delay before a retry, in seconds.") { Minimum = 0, Kinds = OfOne },
        new("retry_backoff", PropertyType.Choice, "Whether delays are constant or exponential: each about twice the one before.") { Choices = ["constant", "exponential"], Noun = "retry backoff", Kinds = OfOne },
        new("retry_max_delay_sec", PropertyType.Number, "The greatest exponential delay, in seconds. The default is 60.") { Minimum = 0, Kinds = OfOne },
        new("retry_on", PropertyType.Choices, "The kinds of failure that are retried; without it all that can be.") { Choices = [.. FailureKinds.All], Noun = "kind of failure", Kinds = OfOne },
        new("no_retry_on", PropertyType.Choices, "The kinds of failure that are not retried.") { Choices = [.. FailureKinds.All], Noun = "kind of failure", Kinds = OfOne },
        new("pipeline", PropertyType.Text, "The name of a resilience pipeline that is put around all attempts. A parallel step has none: its children do.") { Kinds = OfOne },
        new("critical", PropertyType.Boolean, "Whether a failure of the step fails the run."),
        new("on_failure", PropertyType.Choice, "What a failure means for the rest of the plan: abort, skip_dependents, or continue.") { Choices = ["abort", "skip_dependents", "continue"], Noun = "failure policy" },
        new("max_parallel", PropertyType.Integer, "How many elements of for_each, or children of parallel, are worked on at once.") { Minimum = 1 },
        new("result_key", PropertyType.Text, "The key under which other steps read the result. The default is the id."),
        new("fallback", PropertyType.Object, "What runs when the last attempt has failed; its success is the step's. A parallel step has none: its children do.") { Object = static () => PlanFileGrammar.Substitute, Kinds = OfOne },
        new("compensate", PropertyType.Object, "What undoes the step when the run fails later.") { Object = static () => PlanFileGrammar.Substitute },
        new("provides", PropertyType.Texts, "Names of what the step makes available to others."),
        new("consumes", PropertyType.Texts, "Names of what the step needs. It runs after the steps that provide them."),
        new("tags", PropertyType.Texts, "Words to find the step by."),
        new("ui_hints", PropertyType.Free, "The author's own notes for displays. They are ignored."),
        new("status", PropertyType.Choice, "How another tool's run of the step has ended. It is ignored: every step starts pending.") { Choices = ["pending", "running", "success", "succeeded", "failed", "partial", "skipped"], Noun = "status", ChoiceRule = RuleIds.WrongType },
        new("transitions", PropertyType.Object, "Which step follows, in a sequential plan.") { Object = static () => PlanFileGrammar.Transitions },
    ];
}
