using System.Runtime.InteropServices;

namespace PlanDsl.Cli;

/// <summary>Ctrl-C, and the request to terminate that a service manager sends: the first cancels what the tool does, the second is
/// left to the system, which ends the process.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;
    private int _requests;

    public Interruption()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
    }

    /// <summary>Is cancelled by the first request.</summary>
    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        if (Interlocked.Increment(ref _requests) > 1)
            return;
        context.Cancel = true;

        // What hears of it may take its time, and must not keep the second request from being heard.
        _ = _source.CancelAsync();
    }
}
