using System.Text.Json;

namespace PlanDsl;

/// <summary>Sees what results are, and whether they can be written down.</summary>
/// <param name="options">How types are made JSON.</param>
internal sealed class ResultTypes(JsonSerializerOptions? options) : ResultExchange(attempt: null)
{
    /// <summary>The type of the result that was visited last; <see langword="null"/> since this was cleared.</summary>
    public Type? Visited { get; set; }

    /// <summary>Why it cannot be written down; <see langword="null"/> if it can.</summary>
    public string? Fault { get; private set; }

    public override void Of<T>(ref T place)
    {
        Visited = typeof(T);
        Fault = ResultJson.FaultOf<T>(options);
    }
}
