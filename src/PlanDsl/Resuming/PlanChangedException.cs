namespace PlanDsl;

/// <summary>A plan is not what it was when the run that is to be resumed was recorded.</summary>
public sealed class PlanChangedException : InvalidOperationException
{
    /// <summary>The plan has changed.</summary>
    /// <param name="runId">The run's id.</param>
    /// <param name="planId">The plan's id.</param>
    /// <param name="differences">What has changed, in a sentence for each.</param>
    /// <param name="isGrave">Whether a step is among it that the run has begun, and that is gone, is of another kind or returns something else.</param>
    public PlanChangedException(string runId, string planId, IReadOnlyList<string> differences, bool isGrave)
        : base($"Run '{runId}' cannot be resumed, because plan '{planId}' has changed since. {string.Join(' ', differences)} {Remedy(isGrave)}")
    {
        RunId = runId;
        PlanId = planId;
        Differences = differences;
        IsGrave = isGrave;
    }

    /// <summary>The run's id.</summary>
    public string RunId { get; }

    /// <summary>The plan's id.</summary>
    public string PlanId { get; }

    /// <summary>What has changed, in a sentence for each.</summary>
    public IReadOnlyList<string> Differences { get; }

    /// <summary>Whether the run cannot go on with the plan as it is, whoever allows it.</summary>
    internal bool IsGrave { get; }

    private static string Remedy(bool isGrave) => isGrave
        ? "Resume it with the plan as it was, or run the plan anew."
        : "Resume it with the plan as it was, or set PlanOptions.AllowChanged to go on with the plan as it is.";
}
