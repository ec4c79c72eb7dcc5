using System.Threading.Tasks.Sources;

namespace PlanDsl.Tests;

/// <summary>A body that has yet to return when it is first asked, and has returned when it is asked again.</summary>
internal sealed class JustReturned<T>(T result) : IValueTaskSource<T>
{
    private int _asked;

    public ValueTaskSourceStatus GetStatus(short token) => _asked++ == 0 ? ValueTaskSourceStatus.Pending : ValueTaskSourceStatus.Succeeded;

    public T GetResult(short token) => result;

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) => continuation(state);
}
