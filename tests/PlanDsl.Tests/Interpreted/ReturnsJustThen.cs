using System.Text.Json;
using System.Threading.Tasks.Sources;

namespace PlanDsl.Tests;

/// <summary>What a body waits for that has yet to end when it is first asked, and has ended when it is asked again.</summary>
/// <param name="result">Its result.</param>
internal sealed class ReturnsJustThen(JsonElement result) : IValueTaskSource<JsonElement>
{
    private bool _wasAsked;

    public JsonElement GetResult(short token) => result;

    public ValueTaskSourceStatus GetStatus(short token)
    {
        var status = _wasAsked ? ValueTaskSourceStatus.Succeeded : ValueTaskSourceStatus.Pending;
        _wasAsked = true;
        return status;
    }

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) => continuation(state);
}
