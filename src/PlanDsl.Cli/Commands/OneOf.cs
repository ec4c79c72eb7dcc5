using System.CommandLine;

namespace PlanDsl.Cli;

/// <summary>Options of which one leaves nothing to the other.</summary>
internal static class OneOf
{
    /// <summary>Refuses a command line that has both.</summary>
    public static void Require(Command command, Option one, Option other, string otherwise) => command.Validators.Add(result =>
    {
        if (result.GetResult(one) is { Implicit: false } && result.GetResult(other) is { Implicit: false })
            result.AddError(otherwise);
    });
}
