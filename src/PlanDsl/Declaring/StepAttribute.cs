namespace PlanDsl;

/// <summary>Declares that a method of a plan is a step. The step's id is the method's name without <c>Async</c>, in
/// snake_case; its parameters bind the results of other steps by name, and each binding is an edge of the plan.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class StepAttribute : Attribute
{
    /// <summary>The key under which other steps bind the result, snake_case. By default the step's id.</summary>
    public string? ResultKey { get; set; }

    /// <summary>The steps, by the names of their methods or by their ids, that must end before this one starts although it
    /// binds none of their results.</summary>
    public string[]? DependsOn { get; set; }

    /// <summary>What a failure of this step means for the run. <see cref="FailurePolicy.Abort"/> by default.</summary>
    public FailurePolicy OnFailure { get; set; }

    /// <summary>Whether a failure of this step fails the run. By default <see langword="false"/> under
    /// <see cref="FailurePolicy.Continue"/> and <see langword="true"/> otherwise; <see langword="false"/> turns
    /// <see cref="FailurePolicy.Abort"/> into <see cref="FailurePolicy.Continue"/>.</summary>
    public bool Critical { get; set; }

    /// <summary>How long one attempt may execute, such as <c>"10s"</c>: <c>ms</c>, <c>s</c>, <c>m</c>, <c>h</c> and <c>d</c> are
    /// milliseconds to days, and <c>"00:01:30"</c> is <c>hh:mm:ss</c>. The time that the step waits for its turn does not count.
    /// When it is over, the attempt's token is cancelled, and a body that then throws
    /// <see cref="OperationCanceledException"/> has failed with a <see cref="TimeoutException"/>. By default
    /// <see cref="PlanAttribute.DefaultTimeout"/>; never more than what is left of <see cref="PlanAttribute.Timeout"/>.</summary>
    public string? Timeout { get; set; }

    /// <summary>How long the step may take with all its attempts and the delays between them, written like
    /// <see cref="Timeout"/>. No bound where it is left out.</summary>
    public string? TotalTimeout { get; set; }

    /// <summary>How many attempts may follow the first when one fails, 0 or more. None where it is left out. A cancelled attempt
    /// is never followed by another, and nothing is tried again once the run is ending.</summary>
    public int Retries { get; set; }

    /// <summary>How long to wait before another attempt, written like <see cref="Timeout"/>, at most <c>"1d"</c>; under
    /// <see cref="PlanDsl.RetryBackoff.Exponential"/> the first delay. By default there is none, and <c>"1s"</c> under
    /// <see cref="PlanDsl.RetryBackoff.Exponential"/>. A step that waits leaves its place to others.</summary>
    public string? RetryDelay { get; set; }

    /// <summary>The longest delay to which <see cref="PlanDsl.RetryBackoff.Exponential"/> grows, written like
    /// <see cref="Timeout"/>, at most <c>"1d"</c>. <c>"60s"</c> by default.</summary>
    public string? RetryMaxDelay { get; set; }

    /// <summary>How the delay grows from one retry to the next. <see cref="PlanDsl.RetryBackoff.Constant"/> by default.</summary>
    public RetryBackoff RetryBackoff { get; set; }

    /// <summary>The types of exception after which the step is tried again, with the types derived from them. All where it is
    /// left out.</summary>
    public Type[]? RetryOn { get; set; }

    /// <summary>The types of exception after which the step is not tried again, with the types derived from them. It goes
    /// before <see cref="RetryOn"/>. None where it is left out.</summary>
    public Type[]? NoRetryOn { get; set; }

    /// <summary>The name of a resilience pipeline around all attempts of the step, one that <see cref="PlanOptions.Pipelines"/> provides.
    /// None where it is left out.</summary>
    public string? Pipeline { get; set; }

    /// <summary>The name of a method of the plan that returns whether the step is to run: it is called when the steps before
    /// have ended, and its parameters bind as those of a step do. Where it returns <see langword="false"/>, the step is skipped
    /// and the steps that depend on it run without its result.</summary>
    public string? When { get; set; }

    /// <summary>After which ends of the steps before it the step runs. <see cref="PlanDsl.RunWhen.Success"/> by default. A step
    /// that runs also after a failure may take a <see cref="StepOutcome{T}"/> where another takes the result.</summary>
    public RunWhen RunWhen { get; set; }

    /// <summary>The name of a method of the plan that is called once when the last attempt has failed. Where it returns, the step
    /// has succeeded with its result.</summary>
    public string? Fallback { get; set; }

    /// <summary>The name of a method of the plan that undoes the step: it is called if the step's body had returned and the run
    /// then fails or is cancelled. Compensations run one at a time, last completed first.</summary>
    public string? Compensate { get; set; }

    /// <summary>The name of a method of the plan that returns whether the step's result is good enough: until it is, the step
    /// runs again, at most <see cref="MaxIterations"/> times.</summary>
    public string? RepeatUntil { get; set; }

    /// <summary>How many times a step with <see cref="RepeatUntil"/> runs at most, 1 or more.</summary>
    public int MaxIterations { get; set; }

    /// <summary>What becomes of a step whose iterations are used up. <see cref="PlanDsl.OnExhausted.Fail"/> by default.</summary>
    public OnExhausted OnExhausted { get; set; }

    /// <summary>How many elements of a fan-out, see <see cref="EachAttribute"/>, may run at once, 1 or more, within the plan's own
    /// bound. No bound of its own where it is left out.</summary>
    public int MaxParallel { get; set; }

    /// <summary>The parallel group, declared by <see cref="ParallelGroupAttribute"/>, that the step is a member of.</summary>
    public string? Group { get; set; }

    /// <summary>The plan that the step runs. The step is a partial method without a body that takes the plan's inputs and
    /// returns its <c>Results</c>.</summary>
    public Type? Plan { get; set; }
}
