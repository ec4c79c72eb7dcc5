namespace PlanDsl.Tests;

/// <summary>A step of a random plan, with all that its body will do.</summary>
/// <param name="Predecessors">The steps that directly precede it; none for the member of a group.</param>
/// <param name="Policy">Its failure policy.</param>
/// <param name="Critical">Whether it is critical, as declared.</param>
/// <param name="Attempts">What its body does in each attempt; in attempts past the last, the same as in that.</param>
/// <param name="StopsAfter">How long after its token was cancelled its body throws; null if it does not care.</param>
/// <param name="Governed">What it asks of the engine about time and retries; null for nothing.</param>
internal sealed record SimulatedStep(
    int[] Predecessors,
    FailurePolicy Policy,
    bool? Critical,
    SimulatedAttempt[] Attempts,
    TimeSpan? StopsAfter,
    StepPolicy? Governed)
{
    public SimulatedCondition? Condition { get; init; }

    public RunWhen RunWhen { get; init; }

    /// <summary>What the body does that is called when the last attempt has failed.</summary>
    public SimulatedAttempt? Fallback { get; init; }

    /// <summary>What the body does that undoes the step.</summary>
    public SimulatedAttempt? Compensation { get; init; }

    /// <summary>How many elements it has; null if it is no fan-out.</summary>
    public int? Elements { get; init; }

    public SimulatedLoop? Loop { get; init; }

    /// <summary>What makes it a group; null for a step with a body.</summary>
    public GroupPolicy? Group { get; init; }

    /// <summary>The group that it is a member of.</summary>
    public int? MemberOf { get; init; }

    /// <summary>The bound on its elements, or members, that execute at once.</summary>
    public int? MaxParallel { get; init; }

    /// <summary>Whether it goes the long way round, with a context for each attempt.</summary>
    public bool IsGoverned =>
        Governed is not null || Condition is not null || RunWhen is not RunWhen.Success || Fallback is not null || Compensation is not null
        || Elements is not null || Loop is not null || Group is not null || MemberOf is not null;

    /// <summary>Whether that is for a timeout or retries, and for nothing else.</summary>
    public bool IsBounded => Governed is { TotalTimeout: null } && !(this with { Governed = null }).IsGoverned;

    /// <summary>Whether attempts are made of the step itself.</summary>
    public bool HasAttempts => Group is null && Elements is null && Loop is null;

    /// <summary>Whether its body returns no task.</summary>
    public bool IsSync { get; init; }

    /// <summary>What the body does in the attempt with this number; elements and iterations differ in it.</summary>
    public SimulatedAttempt Attempt(int number, int? element, int iteration) => (element, iteration) is (null, 0)
        ? Attempts[Math.Min(number, Attempts.Length) - 1]
        : Attempts[((number - 1) + (7 * (element ?? 0)) + (3 * iteration)) % Attempts.Length];

    /// <summary>Whether the predicate of its loop holds after this iteration.</summary>
    public bool HoldsAfter(int iteration, int? element) => iteration >= 1 + ((Loop!.HoldsAfter - 1 + (element ?? 0)) % (Loop.MaxIterations + 1));
}
