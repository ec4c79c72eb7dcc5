namespace PlanDsl.Tests;

/// <summary>What a line of a body names.</summary>
/// <param name="Path">The path of the step.</param>
/// <param name="Kind">What is done for it.</param>
internal readonly record struct EffectName(string Path, EffectKind Kind)
{
    private const string Began = "began ";

    public static EffectName Of(string name) =>
        name.EndsWith(KilledBodies.Undoing, StringComparison.Ordinal) ? new(name[..^KilledBodies.Undoing.Length], EffectKind.Compensation)
        : name.EndsWith(KilledBodies.StandingIn, StringComparison.Ordinal) ? new(name[..^KilledBodies.StandingIn.Length], EffectKind.Fallback)
        : name.IndexOf(KilledBodies.Within, StringComparison.Ordinal) is >= 0 and var end ? new(name[..end], EffectKind.Body)
        : new(name, EffectKind.Body);

    /// <summary>What has begun, in order, as the lines of bodies tell.</summary>
    public static IEnumerable<EffectName> BegunIn(IEnumerable<string> done) =>
        done.Where(static line => line.StartsWith(Began, StringComparison.Ordinal)).Select(static line => Of(line[Began.Length..]));

    /// <summary>Whether an event tells that it begins.</summary>
    public bool IsBegunBy(StepEvent happened) => happened.StepPath == Path && Kind switch
    {
        EffectKind.Compensation => happened is CompensationStartedEvent,
        EffectKind.Fallback => happened is StepFallbackEvent,
        _ => happened is StepStartedEvent,
    };

    /// <summary>Whether an event tells that it ends, be it that it is called once more.</summary>
    public bool IsLeftBy(StepEvent happened) => IsEndedBy(happened) || (happened.StepPath == Path && Kind switch
    {
        EffectKind.Compensation => false,
        EffectKind.Fallback => happened is StepCancelledEvent,
        _ => happened is StepRetryEvent or StepCancelledEvent,
    });

    /// <summary>Whether an event tells that it ends, and is not called again.</summary>
    public bool IsEndedBy(StepEvent happened) => happened.StepPath == Path && Kind switch
    {
        EffectKind.Compensation => happened is CompensationSucceededEvent or CompensationFailedEvent,
        EffectKind.Fallback => happened is StepSucceededEvent or StepFailedEvent,
        _ => happened is StepSucceededEvent or StepFailedEvent or StepSkippedEvent or StepFallbackEvent,
    };

    public override string ToString() => Kind is EffectKind.Body ? Path : $"the {(Kind is EffectKind.Fallback ? "fallback" : "compensation")} of {Path}";
}
