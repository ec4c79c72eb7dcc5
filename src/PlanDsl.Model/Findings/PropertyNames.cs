namespace PlanDsl.Model;

/// <summary>The names by which anchors call properties; what authors call them says <see cref="Wording"/>.</summary>
public static class PropertyNames
{
    /// <summary>A plan's or step's id.</summary>
    public const string Id = "id";

    /// <summary>A step's result_key.</summary>
    public const string ResultKey = "result_key";

    /// <summary>A step's explicit dependencies.</summary>
    public const string DependsOn = "depends_on";

    /// <summary>A step's failure policy.</summary>
    public const string OnFailure = "on_failure";

    /// <summary>The bound on steps that run at once.</summary>
    public const string MaxParallel = "max_parallel";

    /// <summary>How deep sub-plans may be nested.</summary>
    public const string MaxDepth = "max_depth";

    /// <summary>How many steps a plan may have.</summary>
    public const string MaxSteps = "max_steps";

    /// <summary>The plan that a step runs.</summary>
    public const string Plan = "plan";

    /// <summary>The signal that a step waits for.</summary>
    public const string Signal = "signal";

    /// <summary>How long something may take.</summary>
    public const string Timeout = "timeout";

    /// <summary>How long a step may take with all its attempts.</summary>
    public const string TotalTimeout = "total_timeout";

    /// <summary>The timeout of a plan's steps that declare none.</summary>
    public const string DefaultTimeout = "default_timeout";

    /// <summary>How many attempts follow the first at most.</summary>
    public const string Retries = "retries";

    /// <summary>The delay before a retry.</summary>
    public const string RetryDelay = "retry_delay";

    /// <summary>The greatest delay before a retry.</summary>
    public const string RetryMaxDelay = "retry_max_delay";

    /// <summary>How the delay before a retry grows.</summary>
    public const string RetryBackoff = "retry_backoff";

    /// <summary>The failures that are retried.</summary>
    public const string RetryOn = "retry_on";

    /// <summary>The failures that are not.</summary>
    public const string NoRetryOn = "no_retry_on";

    /// <summary>The name of a resilience pipeline.</summary>
    public const string Pipeline = "pipeline";

    /// <summary>What says whether a step is to run.</summary>
    public const string Condition = "condition";

    /// <summary>After which ends of its predecessors a step runs.</summary>
    public const string RunWhen = "run_when";

    /// <summary>What is called when a step's last attempt has failed.</summary>
    public const string Fallback = "fallback";

    /// <summary>What undoes a step.</summary>
    public const string Compensate = "compensate";

    /// <summary>What says whether a loop may end.</summary>
    public const string RepeatUntil = "repeat_until";

    /// <summary>The parallel group that a step is a member of.</summary>
    public const string Group = "group";

    /// <summary>How the ends of a group's members make the end of the group.</summary>
    public const string Strategy = "strategy";

    /// <summary>How often a loop runs at most.</summary>
    public const string MaxIterations = "max_iterations";

    /// <summary>What becomes of a loop whose iterations are used up.</summary>
    public const string OnExhausted = "on_exhausted";

    /// <summary>A member of a plan's type that has taken the name of a generated one, the item with the index that this has in
    /// <see cref="ReservedNames.Generated"/>.</summary>
    public const string Member = "member";

    /// <summary>What makes a step a fan-out.</summary>
    public const string Each = "for_each";

    /// <summary>What brings a loop's body the result of the iteration before.</summary>
    public const string Previous = "previous";

    /// <summary>What a step needs of others.</summary>
    public const string Consumes = "consumes";

    /// <summary>The step that follows another in a sequential plan.</summary>
    public const string DefaultNextStep = "default_next_step";

    /// <summary>The steps that follow the failure of another in a sequential plan.</summary>
    public const string FailureBranchIds = "failure_branch_ids";

    /// <summary>How many members of a group must succeed.</summary>
    public const string Threshold = "threshold";

    /// <summary>Whether a failure fails the run.</summary>
    public const string Critical = "critical";

    /// <summary>The key that a parameter names by <c>[From]</c>.</summary>
    public const string From = "from";

    /// <summary>The plan file that the declaration of a plan names.</summary>
    public const string File = "file";

    /// <summary>A parameter's type, or that of what a step returns.</summary>
    public const string Type = "type";

    /// <summary>A state machine's initial state.</summary>
    public const string Initial = "initial";

    /// <summary>A state machine's terminal states.</summary>
    public const string Terminal = "terminal";

    /// <summary>The trigger of a transition.</summary>
    public const string Trigger = "trigger";

    /// <summary>The state that a transition leaves.</summary>
    public const string Source = "from_state";

    /// <summary>The state that a transition enters.</summary>
    public const string Target = "to_state";
}
