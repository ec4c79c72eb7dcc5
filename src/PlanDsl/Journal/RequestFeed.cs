using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace PlanDsl;

/// <summary>What is asked of one claimed run, between whoever finds it and the run. Thread-safe.</summary>
/// <param name="done">The requests that the run has had.</param>
internal sealed class RequestFeed(IEnumerable<string> done)
{
    private readonly Channel<RunRequest> _requests = Channel.CreateUnbounded<RunRequest>();
    private readonly HashSet<string> _known = new(done, StringComparer.Ordinal);

    /// <summary>Gives the run a request, unless it has had it.</summary>
    public void Add(RunRequest request)
    {
        // Under one lock with the test, so that requests come in the order in which they were found.
        lock (_known)
        {
            if (_known.Add(request.Id))
                _requests.Writer.TryWrite(request);
        }
    }

    /// <summary>Nothing is asked any more.</summary>
    public void Complete() => _requests.Writer.TryComplete();

    /// <summary>The requests as they come, until the feed is completed or the token cancelled.</summary>
    public async IAsyncEnumerable<RunRequest> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await NextAsync(cancellationToken).ConfigureAwait(false))
        {
            while (!cancellationToken.IsCancellationRequested && _requests.Reader.TryRead(out var request))
                yield return request;
        }
    }

    private async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _requests.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
