namespace PlanDsl.Model;

/// <summary>Starts a process. Its result is <c>{exit_code, stdout, stderr, json}</c>.</summary>
/// <param name="Command">The program, or, under <see cref="IsShell"/>, the command line.</param>
public sealed record CommandBody(Template Command) : StepBody
{
    /// <summary>The arguments.</summary>
    public EquatableArray<Template> Args { get; init; }

    /// <summary>The directory in which it runs; <see langword="null"/> for that of the plan.</summary>
    public Template? WorkingDirectory { get; init; }

    /// <summary>Whether a shell reads the command line.</summary>
    public bool IsShell { get; init; }

    /// <summary>The environment variables over those of the plan.</summary>
    public EquatableArray<NamedTemplate> Environment { get; init; }
}
