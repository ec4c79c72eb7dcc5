using System.Text.RegularExpressions;

namespace PlanDsl.Tests;

/// <summary>What a run that was resumed has in common with one that was not left.</summary>
internal static partial class Resumption
{
    /// <summary>Whether something was called for what is recorded to have ended, or been undone.</summary>
    public static bool IsDoneTwice(string call, PlanEvent[] recorded)
    {
        var events = recorded.OfType<StepEvent>();
        if (call[^1] == '~')
            return events.Any(happened => happened is CompensationSucceededEvent or CompensationFailedEvent && happened.StepPath == call[..^1]);
        var path = call[^1] is '?' or '!' or '*' ? call[..^1] : call[..call.LastIndexOf(':')];

        // The elements of a fan-out that has ended are looked at again, for what undoes them.
        return call[^1] != '*' && events.Any(happened => happened is StepSucceededEvent or StepFailedEvent or StepSkippedEvent && happened.StepPath == path);
    }

    /// <summary>How the steps of a run have ended, without times and without attempts, of which there may be more.</summary>
    public static string Ends(Observed run) => Attempts().Replace(run.Ends, "") + " ";

    /// <summary>How a run has ended, with the failure that is its error.</summary>
    public static string Error(Observed run) => run.Run[..run.Run.IndexOf(" @", StringComparison.Ordinal)];

    /// <summary>How a run has ended.</summary>
    public static string Status(Observed run) => run.Run[..run.Run.IndexOf(' ', StringComparison.Ordinal)];

    [GeneratedRegex(@"/\d+(?=/| |$)")]
    private static partial Regex Attempts();
}
