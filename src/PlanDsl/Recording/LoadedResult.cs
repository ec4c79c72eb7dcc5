using System.Text.Json;

namespace PlanDsl;

/// <summary>Brings back a result that was written down.</summary>
/// <param name="attempt">The attempt whose result it is.</param>
/// <param name="value">What was written down.</param>
/// <param name="path">The path of what it is the result of, for messages.</param>
/// <param name="options">How JSON is made of types.</param>
internal sealed class LoadedResult(StepContext? attempt, JsonElement value, string path, JsonSerializerOptions? options) : ResultExchange(attempt)
{
    /// <summary>The same for a loop of which this is not the last iteration.</summary>
    public bool IsFollowed
    {
        init => IsLast = !value;
    }

    private protected override bool BringsBack => true;

    public override void Of<T>(ref T place) => place = ResultJson.To<T>(value, $"the recorded result of step '{path}'", options);
}
