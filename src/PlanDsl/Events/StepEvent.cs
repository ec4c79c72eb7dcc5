namespace PlanDsl;

/// <summary>Something that happened to a step.</summary>
public abstract record StepEvent : PlanEvent
{
    private protected StepEvent()
    {
    }

    /// <summary>The step's path in the run; for a step of the plan itself, its id.</summary>
    public required string StepPath { get; init; }

    /// <summary>The path of the group, fan-out, loop or sub-plan that it belongs to; <see langword="null"/> for a step of
    /// the plan itself.</summary>
    public string? Parent { get; init; }

    /// <summary>The number of the attempt, from 1; 0 for a step that never ran.</summary>
    public required int Attempt { get; init; }

    /// <summary>Names this attempt of this step in this run.</summary>
    public string ExecId => FormattableString.Invariant($"{RunId}/{StepPath}/{Attempt}");

    /// <summary>Names this step in this run, the same for every attempt: what a body hands to a service that is to do
    /// its work only once.</summary>
    public string IdempotencyKey => $"{RunId}/{StepPath}";
}
