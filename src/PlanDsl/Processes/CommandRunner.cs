namespace PlanDsl;

/// <summary>Runs commands. Thread-safe; no thread waits for a process or its pipes.</summary>
/// <param name="timeProvider">The time by which processes that do not end are waited for.</param>
internal sealed class CommandRunner(TimeProvider timeProvider)
{
    /// <summary>How long a process that is asked to end has for it, before it is ended.</summary>
    public static readonly TimeSpan KillGrace = TimeSpan.FromSeconds(5);

    /// <summary>How long others that hold a command's output are waited for when the command itself has ended.</summary>
    public static readonly TimeSpan StragglerWait = TimeSpan.FromSeconds(1);

    /// <summary>How long the cancellation is waited for that comes with an interruption from the keyboard, which has ended the command.</summary>
    public static readonly TimeSpan InterruptWait = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs a command to its end.</summary>
    /// <param name="command">What to run.</param>
    /// <param name="cancellationToken">Ends the command's process with all its descendants: they are asked to, and have
    /// <see cref="KillGrace"/> for it. A process that had ended by then with exit code 0 has its result all the same; with another, what has
    /// cancelled the command may be what has failed it.</param>
    /// <returns>What the command has left, with the exit code 0.</returns>
    /// <exception cref="ExitCodeException">The exit code is another.</exception>
    /// <exception cref="NotFoundException">The program or its working directory does not exist.</exception>
    /// <exception cref="BindingException">It was given what no process can receive.</exception>
    /// <exception cref="UnauthorizedAccessException">The program may not be executed.</exception>
    /// <exception cref="InvalidOperationException">The system has not started it for another reason.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, and has ended.</exception>
    public Task<CommandResult> RunAsync(CommandStart command, CancellationToken cancellationToken) => RunAsync(command, new JsonCapture(), cancellationToken);

    /// <summary>Runs a command to its end, as <see cref="RunAsync(CommandStart, CancellationToken)"/> does.</summary>
    /// <param name="command">What to run.</param>
    /// <param name="json">Says afterwards why there is no JSON value, where there is none.</param>
    /// <param name="cancellationToken">Ends the command's process with all its descendants.</param>
    public async Task<CommandResult> RunAsync(CommandStart command, JsonCapture json, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var running = new RunningCommand(command, json, timeProvider, cancellationToken);
        return await running.FinishAsync().ConfigureAwait(false);
    }
}
