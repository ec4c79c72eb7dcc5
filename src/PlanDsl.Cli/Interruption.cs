using System.Runtime.InteropServices;

namespace PlanDsl.Cli;

/// <summary>Ctrl-C, and the request to terminate that a service manager sends: the first cancels what the tool does, the second ends the process.</summary>
internal sealed class Interruption : IDisposable
{
    private const long None = long.MinValue;

    // Who ends a process and then its group, as timeout(1) does, tells it twice, and asks once.
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;
    private readonly ToolConsole _console;
    private readonly Action<int> _exit;
    private readonly TimeProvider _time;
    private long _first = None;
    private bool _isEnding;

    /// <param name="console">Where it is said that the second ends the process.</param>
    /// <param name="exit">Ends the process; <see langword="null"/> for this one.</param>
    /// <param name="time">Tells when requests come; <see langword="null"/> for the system's.</param>
    public Interruption(ToolConsole console, Action<int>? exit = null, TimeProvider? time = null)
    {
        (_console, _exit, _time) = (console, exit ?? Environment.Exit, time ?? TimeProvider.System);
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
        context.Cancel = true;
        Request();
    }

    /// <summary>Does what a request asks for.</summary>
    internal void Request()
    {
        var now = _time.GetTimestamp();
        var first = Interlocked.CompareExchange(ref _first, now, None);
        if (first is not None)
        {
            if (_time.GetElapsedTime(first, now) < Together || Interlocked.Exchange(ref _isEnding, true))
                return;
            _console.ShowCursor();
            _console.Refuse("Interrupted again: the tool ends at once, and what was still to be ended or cleaned up is left as it is.");
            _exit(ExitCodes.Interrupted);
            return;
        }

        // What hears of it may take its time, and must not keep the second request from being heard.
        _ = _source.CancelAsync();
    }
}
