using System.ComponentModel;
using System.Globalization;

namespace PlanDsl;

/// <summary>Bounds what a fallback or a compensation of a plan file does by a timeout of its own. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StepTimeout
{
    /// <summary>Does it within a timeout.</summary>
    /// <typeparam name="T">The type of its result.</typeparam>
    /// <param name="timeout">The timeout, in the time of the run.</param>
    /// <param name="place">What it is, for messages: <c>the fallback of step 'fetch'</c>.</param>
    /// <param name="context">The attempt.</param>
    /// <param name="body">What is done; given the token that is cancelled when either time is up or the attempt is cancelled.</param>
    /// <returns>Its result.</returns>
    /// <exception cref="TimeoutException">The timeout has been reached.</exception>
    public static Task<T> WithinAsync<T>(TimeSpan timeout, string place, StepContext context, Func<CancellationToken, Task<T>> body)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(body);
        return WithinAsync(timeout, place, context.Run.Time, body, context.CancellationToken);
    }

    internal static async Task<T> WithinAsync<T>(TimeSpan timeout, string place, TimeProvider time, Func<CancellationToken, Task<T>> body, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        try
        {
            return await body(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancelled) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"The timeout of {place}, {timeout.TotalSeconds} s, has been reached."), cancelled);
        }
    }
}
