using System.CommandLine;

namespace PlanDsl.Cli;

/// <summary>The options <c>--secret</c> and <c>--secret-env</c>.</summary>
internal sealed class SecretOptions
{
    private readonly Option<string[]> _values = new("--secret") { Description = "A secret input: recorded nowhere, and masked wherever it would be told. May be given many times. Others see it in the list of processes; --secret-env is safer.", HelpName = "KEY=VALUE" };
    private readonly Option<string[]> _variables = new("--secret-env") { Description = "A secret input that is read from the environment variable of the same name; may be given many times.", HelpName = "KEY" };

    private SecretOptions() => AssignmentOption.Require(_values, isSecret: true);

    /// <summary>Adds them to a command.</summary>
    public static SecretOptions AddTo(Command command)
    {
        var options = new SecretOptions();
        command.Add(options._values);
        command.Add(options._variables);
        return options;
    }

    /// <summary>The secrets that were given.</summary>
    /// <exception cref="UsageException">An environment variable is not set.</exception>
    public SecretValues Of(ParseResult asked) => SecretValues.Of(asked.GetValue(_values) ?? [], asked.GetValue(_variables) ?? []);
}
