using System.Text.Json;

namespace PlanDsl;

/// <summary>An input of a plan that comes from the environment where a run is not given any.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Variable">The variable.</param>
/// <param name="IsSecret">Whether nobody is to be told its value.</param>
/// <param name="Find">Gives what it is for who is given nothing; throws <see cref="ArgumentException"/> where that is nothing, or nothing that fits.</param>
internal sealed record EnvironmentInput(string Name, string Variable, bool IsSecret, Func<JsonElement> Find)
{
    /// <summary>That a run which is gone on with had a secret that is not there now.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="planId">The plan whose input it is.</param>
    /// <param name="fault">What is wrong.</param>
    public JournalException Missed(string runId, string planId, Exception fault) => new(
        $"Run '{runId}' had a value for input '{Name}' of plan '{planId}' when it was started, which is secret and so not recorded. Set the environment variable '{Variable}' as it was, and resume the run.", fault);
}
