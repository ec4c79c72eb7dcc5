using System.Text.Json;

namespace PlanDsl;

/// <summary>What a step of an interpreted plan does, made ready when the plan is loaded. Immutable, and shared by all runs.</summary>
internal abstract class BodyCode
{
    /// <summary>Does it once.</summary>
    /// <param name="scope">The step and what it stands for here: a body, a fallback, a compensation.</param>
    /// <param name="run">The run.</param>
    /// <param name="context">The attempt; <see langword="null"/> for a step that asks for none.</param>
    /// <param name="cancellationToken">The token of the attempt.</param>
    /// <returns>The result; the default value where it leaves none.</returns>
    public abstract ValueTask<JsonElement> RunAsync(CodePlace scope, RunValues run, StepContext? context, CancellationToken cancellationToken);

    /// <summary>What has been asked for has an answer, be it null.</summary>
    protected static async ValueTask<JsonElement> OrNullAsync(Task<JsonElement> answering) => PlanJson.Of((JsonElement?)await answering.ConfigureAwait(false));
}
