using System.Runtime.InteropServices;

namespace PlanDsl.Cli;

/// <summary>Ctrl-C, and the request to terminate that a service manager sends: the first cancels what the tool does, the second ends the process.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;
    private readonly ToolConsole _console;
    private readonly Action<int> _exit;
    private int _requests;

    /// <param name="console">Where it is said that the second ends the process.</param>
    /// <param name="exit">Ends the process; <see langword="null"/> for this one.</param>
    public Interruption(ToolConsole console, Action<int>? exit = null)
    {
        (_console, _exit) = (console, exit ?? Environment.Exit);
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
        if (Interlocked.Increment(ref _requests) > 1)
        {
            _console.ShowCursor();
            _console.Refuse("Interrupted again: the tool ends at once, and what was still to be ended or cleaned up is left as it is.");
            _exit(ExitCodes.Interrupted);
            return;
        }

        // What hears of it may take its time, and must not keep the second request from being heard.
        _ = _source.CancelAsync();
    }
}
