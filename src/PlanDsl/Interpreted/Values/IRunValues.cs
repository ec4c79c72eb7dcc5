using System.Text.Json;

namespace PlanDsl;

/// <summary>What a run can tell expressions of its steps.</summary>
internal interface IRunValues
{
    /// <summary>The keys of all results that there may be.</summary>
    IEnumerable<string> ResultKeys { get; }

    /// <summary>The ids of all steps.</summary>
    IEnumerable<string> StepIds { get; }

    /// <summary>Finds the result with a key: null if there is none in this run.</summary>
    /// <returns>Whether a step has this result_key.</returns>
    bool TryGetResult(string key, out JsonElement result);

    /// <summary>Finds how a step stands.</summary>
    /// <param name="id">The step's id.</param>
    /// <param name="status">Its status in snake_case: <c>succeeded</c>.</param>
    /// <param name="error">An object of <c>kind</c> and <c>message</c>, or null where nothing failed.</param>
    /// <returns>Whether there is such a step.</returns>
    bool TryGetStep(string id, out string status, out JsonElement error);
}
