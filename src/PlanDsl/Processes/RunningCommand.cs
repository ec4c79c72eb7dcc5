using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace PlanDsl;

/// <summary>The process of a command, from its start to its end.</summary>
internal sealed class RunningCommand : IDisposable
{
    private const int SigInt = 2;
    private const int SigTerm = 15;
    private const int ControlCExit = unchecked((int)0xC000013A);

    private readonly CommandStart _command;
    private readonly TimeProvider _timeProvider;
    private readonly CancellationToken _cancellationToken;
    private readonly JsonCapture _json;
    private readonly CommandOutput _stdout;
    private readonly CommandOutput _stderr;
    private readonly Process _process;
    private readonly string _mark;
    private readonly CancellationTokenSource _end;
    private readonly CancellationTokenSource _enough = new();

    /// <summary>Starts the process.</summary>
    /// <inheritdoc cref="CommandStarter.Start"/>
    public RunningCommand(CommandStart command, JsonCapture json, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        _command = command;
        _json = json;
        _timeProvider = timeProvider;
        _cancellationToken = cancellationToken;
        _end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            (_process, _mark) = CommandStarter.Start(command);
        }
        catch (Exception)
        {
            _end.Dispose();
            throw;
        }

        _stdout = new(command.StdoutCopy, json, _end.Cancel);
        _stderr = new(command.StderrCopy, json: null, _end.Cancel);
    }

    /// <summary>Ends when the process has ended and what it has written is read.</summary>
    /// <inheritdoc cref="CommandRunner.RunAsync(CommandStart, CancellationToken)"/>
    public async Task<CommandResult> FinishAsync()
    {
        var output = Task.WhenAll(Read(_process.StandardOutput, _stdout), Read(_process.StandardError, _stderr));
        var input = WriteInputAsync(_process.StandardInput.BaseStream);
        var exit = _process.WaitForExitAsync(CancellationToken.None);

        await exit.WaitAsync(_end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var isEnded = !exit.IsCompleted && await TryEndTreeAsync(Task.WhenAll(exit, output)).ConfigureAwait(false);
        await exit.ConfigureAwait(false);
        if (!isEnded && IsInterrupted(_process.ExitCode))
            await Task.Delay(CommandRunner.InterruptWait, _timeProvider, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await LeaveStragglersAsync(input, output, isEnded ? CancellationToken.None : _end.Token).ConfigureAwait(false);

        if (isEnded || _process.ExitCode != 0)
            _cancellationToken.ThrowIfCancellationRequested();
        if ((_stdout.Fault ?? _stderr.Fault) is { } fault)
            ExceptionDispatchInfo.Throw(fault);
        return Result();
    }

    public void Dispose()
    {
        _command.Processes?.Leave(_mark);
        _process.Dispose();
        _end.Dispose();
        _enough.Dispose();
    }

    private Task Read(StreamReader pipe, CommandOutput output) => new OutputPump(pipe.BaseStream, output.TakeAsync).RunAsync(_enough.Token);

    // The process may end, or close its input, without having read it all.
    private async Task WriteInputAsync(Stream pipe)
    {
        try
        {
            await using (pipe.ConfigureAwait(false))
            {
                if (!_command.Input.IsEmpty)
                    await pipe.WriteAsync(_command.Input, _enough.Token).ConfigureAwait(false);
            }
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
        }
    }

    // False where the process has ended by itself. Elsewhere than on Linux there is no way to ask, or none to find those that
    // outlive their parents when they were.
    private async Task<bool> TryEndTreeAsync(Task end)
    {
        // Whoever cancels has other things to do.
        await Task.Yield();
        if (!OperatingSystem.IsLinux())
            return TryKillTree();

        var tree = new LinuxProcessTree(_process.Id, _mark);
        if (!await tree.TryTerminateAsync().ConfigureAwait(false))
            return false;
        await end.WaitAsync(CommandRunner.KillGrace, _timeProvider).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await tree.KillAsync().ConfigureAwait(false);
        return true;
    }

    // Ctrl-C on a terminal goes to the command and to this process at once, as does the request to terminate that goes to a group of processes,
    // and either may be the first to hear of it.
    private static bool IsInterrupted(int exitCode) => OperatingSystem.IsWindows() ? exitCode == ControlCExit : exitCode is 128 + SigInt or 128 + SigTerm;

    private bool TryKillTree()
    {
        if (_process.HasExited)
            return false;
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception fault) when (fault is Win32Exception or AggregateException)
        {
            // Some of them were ending already, or are another user's.
        }

        return true;
    }

    // Some descendant may hold the pipes for as long as it lives.
    private async Task LeaveStragglersAsync(Task input, Task output, CancellationToken leave)
    {
        await output.WaitAsync(CommandRunner.StragglerWait, _timeProvider, leave).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _enough.CancelAsync().ConfigureAwait(false);
        await input.ConfigureAwait(false);
        await output.ConfigureAwait(false);
    }

    private CommandResult Result()
    {
        var result = new CommandResult(_process.ExitCode, TailOf(_stdout), TailOf(_stderr), _json.Read());
        return result.ExitCode == 0 ? result : throw new ExitCodeException(_command.Program, result) { IsStdoutCut = _stdout.IsCut, IsStderrCut = _stderr.IsCut };
    }

    // What is kept may begin within a secret, and nobody who looks for the whole would find it.
    private string TailOf(CommandOutput output) => output.IsCut && _command.Secrets is { } secrets ? secrets.WithoutTorn(output.Tail) : output.Tail;
}
