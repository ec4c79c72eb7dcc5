using System.Diagnostics;

namespace PlanDsl.Tests;

/// <summary>A journal whose process dies by its own hand (SIGKILL) at an event of a run.</summary>
/// <param name="inner">The journal.</param>
/// <param name="end">When, as to that event; it lives on where none is meant.</param>
/// <param name="sequence">The number of the event.</param>
internal sealed class KillingJournal(IPlanJournal inner, ProcessEnd end, long sequence) : IPlanJournal
{
    public async ValueTask<IRunJournal> CreateAsync(string runId, CancellationToken cancellationToken = default) =>
        new Run(await inner.CreateAsync(runId, cancellationToken).ConfigureAwait(false), end, sequence);

    public async ValueTask<IRunJournal> ResumeAsync(string runId, CancellationToken cancellationToken = default) =>
        new Run(await inner.ResumeAsync(runId, cancellationToken).ConfigureAwait(false), end, sequence);

    public IAsyncEnumerable<PlanEvent> ReadAsync(string runId, long after = 0, CancellationToken cancellationToken = default) => inner.ReadAsync(runId, after, cancellationToken);

    public IAsyncEnumerable<RunSummary> RunsAsync(CancellationToken cancellationToken = default) => inner.RunsAsync(cancellationToken);

    public ValueTask RequestAsync(string runId, RunRequest request, CancellationToken cancellationToken = default) => inner.RequestAsync(runId, request, cancellationToken);

    public IAsyncEnumerable<PendingRequest> PendingAsync(string runId, CancellationToken cancellationToken = default) => inner.PendingAsync(runId, cancellationToken);

    public ValueTask DeleteAsync(string runId, CancellationToken cancellationToken = default) => inner.DeleteAsync(runId, cancellationToken);

    private sealed class Run(IRunJournal inner, ProcessEnd end, long sequence) : IRunJournal
    {
        // The last event that is recorded.
        private readonly long _last = end is ProcessEnd.Before ? sequence - 1 : sequence;

        public string RunId => inner.RunId;

        public long LastSequence => inner.LastSequence;

        public void Append(PlanEvent happened)
        {
            if (happened.Sequence <= _last)
                inner.Append(happened);
            if (happened.Sequence == sequence)
                _ = KillAsync();
        }

        // Who waits for more waits until the end.
        public ValueTask FlushAsync(long upTo) => upTo < sequence ? inner.FlushAsync(upTo) : new(new TaskCompletionSource().Task);

        public IAsyncEnumerable<RunRequest> RequestsAsync(CancellationToken cancellationToken = default) => inner.RequestsAsync(cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();

        private async Task KillAsync()
        {
            await inner.FlushAsync(_last).ConfigureAwait(false);
            Process.GetCurrentProcess().Kill();
        }
    }
}
