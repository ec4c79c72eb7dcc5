using System.CommandLine;

namespace PlanDsl.Cli;

/// <summary>Options whose values are written <c>KEY=VALUE</c>.</summary>
internal static class AssignmentOption
{
    /// <summary>Refuses values that are not.</summary>
    /// <param name="option">The option.</param>
    /// <param name="isSecret">Whether what stands there may be secret, and is not to be repeated.</param>
    public static void Require(Option<string[]> option, bool isSecret) => option.Validators.Add(result =>
    {
        foreach (var token in result.Tokens)
        {
            if (token.Value.IndexOf('=', StringComparison.Ordinal) < 1)
                result.AddError($"{option.Name}{(isSecret ? "" : $" {token.Value}")} has no value; write {option.Name} KEY=VALUE.");
        }
    });
}
