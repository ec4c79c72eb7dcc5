using System.Buffers;
using System.Text.Json;

namespace PlanDsl;

/// <summary>Runs agents as a command, one process a request: it reads the request as one JSON object
/// (<see cref="AgentRequest.WriteTo"/>) from its standard input and writes the result as one JSON value to its standard output. What it
/// writes to its standard error is for people. Immutable and thread-safe.</summary>
/// <remarks>An exit code other than 0 fails the step with kind <see cref="FailureKind.ExitCode"/>, a command that does not exist with
/// <see cref="FailureKind.NotFound"/>. Cancellation ends the process with all its descendants.</remarks>
public sealed class ProcessAgentRunner : IAgentRunner
{
    private readonly string _program;
    private readonly string[] _arguments;

    /// <summary>Runs a program without a shell.</summary>
    /// <param name="program">The program: a path, or a name that is looked for along the <c>PATH</c>.</param>
    /// <param name="arguments">Its arguments, which it receives as they are.</param>
    /// <exception cref="ArgumentException">The program's name is empty.</exception>
    public ProcessAgentRunner(string program, IEnumerable<string> arguments)
    {
        ArgumentException.ThrowIfNullOrEmpty(program);
        ArgumentNullException.ThrowIfNull(arguments);
        _program = program;
        _arguments = [.. arguments];
    }

    /// <summary>Runs a command line without a shell: it is only split into words, at white space outside quotes. Text in single quotes
    /// stands for itself, in double quotes a backslash does so unless it precedes a double quote or a backslash, and outside quotes a
    /// backslash takes the character after it as it is; on Windows, a backslash is special before a double quote only.</summary>
    /// <param name="commandLine">Such as <c>python3 agent.py --model 'large one'</c>.</param>
    /// <exception cref="ArgumentException">It has no word, or ends within quotes.</exception>
    public ProcessAgentRunner(string commandLine)
    {
        ArgumentNullException.ThrowIfNull(commandLine);
        if (CommandLine.Split(commandLine, isBackslashPlain: OperatingSystem.IsWindows()) is not [{ Length: > 0 } program, .. var arguments])
            throw new ArgumentException("The command line names no program.", nameof(commandLine));
        _program = program;
        _arguments = [.. arguments];
    }

    /// <summary>The directory in which the command runs; <see langword="null"/>, the default, for that of this process.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>The time by which a process that does not end when cancelled is waited for. The system's by default.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">The request is null.</exception>
    /// <exception cref="ExitCodeException">The command has ended with a nonzero exit code.</exception>
    /// <exception cref="InvalidDataException">What it has written is not one JSON value of at most 16 MiB.</exception>
    /// <exception cref="InvalidOperationException">The command does not exist, or cannot be started.</exception>
    /// <exception cref="UnauthorizedAccessException">The command may not be executed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<JsonElement> RunAsync(AgentRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var command = CommandStart.Of(_program, _arguments) with { WorkingDirectory = WorkingDirectory, Input = Bytes(request), IsOfStep = false, Processes = request.Processes };
        var json = new JsonCapture();
        var result = await new CommandRunner(TimeProvider).RunAsync(command, json, cancellationToken).ConfigureAwait(false);
        return result.Json ?? throw new InvalidDataException(
            $"Agent '{request.AgentId}' (command '{_program}') has to write its result to its standard output as one JSON value, and nothing else. What it wrote is none: {json.Fault}");
    }

    private static ReadOnlyMemory<byte> Bytes(AgentRequest request)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, JsonValues.Plain))
            request.WriteTo(writer);
        bytes.Write("\n"u8);
        return bytes.WrittenMemory;
    }
}
