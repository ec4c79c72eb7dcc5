using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>Loads plan files to run them.</summary>
internal static class PlanLoader
{
    /// <summary>Loads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What the plan works with.</param>
    /// <exception cref="UsageException">It cannot be read, or asks for what only a program can supply.</exception>
    /// <exception cref="InvalidPlanException">It is not sound.</exception>
    public static InterpretedPlan Load(string path, InterpretedPlanOptions options) => InterpretedPlan.Parse(PlanSource.Read(path), path, options);

    /// <summary>Sees that the tool can run a plan, with those that it runs.</summary>
    /// <exception cref="UsageException">One asks for what only a program can supply.</exception>
    /// <exception cref="InvalidPlanException">One is not sound, or asks for a handler or an agent and there is none.</exception>
    public static void RequireRunnable(InterpretedPlan plan)
    {
        if (plan.RequireAll().SelectMany(static known => known.Model.Steps).FirstOrDefault(static step => step.Pipeline is not null) is { } step)
            throw new UsageException($"Step '{step.Id}' names the pipeline '{step.Pipeline}', which only a program that hosts the plan can supply; declare retries and timeouts instead.");
    }

    /// <summary>Who runs agents.</summary>
    /// <param name="command">The command that agents are; <see langword="null"/> for none.</param>
    /// <param name="directory">Where it runs; <see langword="null"/> for the directory of this process.</param>
    /// <exception cref="UsageException">It is no command line.</exception>
    public static IAgentRunner? AgentsOf(string? command, string? directory = null)
    {
        try
        {
            return command is null ? null : new ProcessAgentRunner(command) { WorkingDirectory = directory };
        }
        catch (ArgumentException)
        {
            throw new UsageException($"--agent-command '{command}' is no command line; quotes must be closed, and it must name a program.");
        }
    }

    /// <summary>What an argument of the engine was wrong with, for those who call the tool.</summary>
    public static UsageException Refused(ArgumentException problem) =>
        // The name of a parameter of ours is nothing to them.
        new(problem.Message.Replace($" (Parameter '{problem.ParamName}')", "", StringComparison.Ordinal));
}
