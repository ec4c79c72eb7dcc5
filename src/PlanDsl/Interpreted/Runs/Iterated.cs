using System.Text.Json;

namespace PlanDsl;

/// <summary>What a body has returned last, and in a loop what it had returned before that.</summary>
internal readonly record struct Iterated(JsonElement Last, JsonElement Before)
{
    /// <summary>Whether a body has returned at all, be it without a result.</summary>
    public bool HasReturned { get; init; }
}
