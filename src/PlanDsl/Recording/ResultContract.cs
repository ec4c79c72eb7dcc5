using System.Text.Json;

namespace PlanDsl;

/// <summary>Sees whether a result can be written down and brought back.</summary>
/// <param name="options">How types are made JSON.</param>
internal sealed class ResultContract(JsonSerializerOptions? options) : ResultExchange(attempt: null)
{
    /// <summary>The type of the result; <see langword="null"/> for none.</summary>
    public Type? Visited { get; private set; }

    /// <summary>Why it cannot; <see langword="null"/> if it can.</summary>
    public string? Fault { get; private set; }

    public override void Of<T>(ref T place) => (Visited, Fault) = (typeof(T), ResultJson.FaultOf<T>(options));
}
