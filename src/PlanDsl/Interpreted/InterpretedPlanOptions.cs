namespace PlanDsl;

/// <summary>What an interpreted plan works with. Read when a plan is loaded; later changes have no effect on it.</summary>
public sealed class InterpretedPlanOptions
{
    /// <summary>What <c>call</c> steps call. A plan that calls what is not there does not start. None by default.</summary>
    public StepHandlers Handlers { get; set; } = new();

    /// <summary>Who runs agents. A plan that has agent steps does not start without. <see langword="null"/> by default.</summary>
    public IAgentRunner? Agents { get; set; }

    /// <summary>The directory in which commands run that say nothing, and from which a relative <c>cwd</c> goes out.
    /// <see langword="null"/>, the default, for that of this process.</summary>
    public string? WorkingDirectory { get; set; }

    /// <summary>Where the complete output of commands is kept, and which processes they are: a run that is resumed ends those that have outlived
    /// its process. <see langword="null"/>, the default, for nowhere, at no cost.</summary>
    public RunFiles? Files { get; set; }

    /// <summary>Inputs and variables that are secret though the file does not say so. None by default.</summary>
    internal IReadOnlyCollection<string> SecretInputs { get; set; } = [];

    /// <summary>How long a run may take; the lesser of this and the plan's own bound holds. <see langword="null"/>, the default, leaves the
    /// plan's own.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public TimeSpan? Timeout
    {
        get;
        set
        {
            if (value <= TimeSpan.Zero)
                throw new ArgumentOutOfRangeException(nameof(value), value, "The timeout must be positive; null leaves the plan's own bound.");
            field = value;
        }
    }
}
