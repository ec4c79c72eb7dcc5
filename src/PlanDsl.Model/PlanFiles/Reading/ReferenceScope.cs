namespace PlanDsl.Model;

/// <summary>What the references of a step may mean, apart from the results of others.</summary>
internal sealed class ReferenceScope
{
    /// <summary>The step.</summary>
    public required Place Place { get; init; }

    /// <summary>The key of its own result.</summary>
    public required string ResultKey { get; init; }

    /// <summary>The names of the plan's inputs; <see langword="null"/> where it declares none, so that any may be given.</summary>
    public required HashSet<string>? Inputs { get; init; }

    /// <summary>The names of constants.</summary>
    public required HashSet<string> Constants { get; init; }

    /// <summary>The names of those that the group around it adds.</summary>
    public HashSet<string>? GroupConstants { get; init; }

    /// <summary>The names of environment variables of the plan.</summary>
    public required HashSet<string> Environment { get; init; }

    /// <summary>Those that the step adds.</summary>
    public HashSet<string>? StepEnvironment { get; set; }

    /// <summary>Whether it runs for each element of an array.</summary>
    public bool IsFanOut { get; init; }

    /// <summary>Whether it is repeated.</summary>
    public bool IsLoop { get; init; }

    public bool HasConstant(string name) => Constants.Contains(name) || GroupConstants?.Contains(name) is true;

    public bool HasVariable(string name) => Environment.Contains(name) || StepEnvironment?.Contains(name) is true;
}
