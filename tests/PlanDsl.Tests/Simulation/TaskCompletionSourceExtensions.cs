namespace PlanDsl.Tests;

internal static class TaskCompletionSourceExtensions
{
    public static void TrySetFrom(this TaskCompletionSource source, Ending ending)
    {
        if (ending is Ending.Returns)
            source.TrySetResult();
        else if (ending is Ending.Throws)
            source.TrySetException(new InvalidOperationException("in time"));
        else
            source.TrySetException(new OperationCanceledException("in time"));
    }
}
