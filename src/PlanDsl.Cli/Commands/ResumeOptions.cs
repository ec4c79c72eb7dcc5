using System.CommandLine;

namespace PlanDsl.Cli;

/// <summary>What <c>plandsl resume</c> and <c>plandsl rerun</c> have in common.</summary>
internal sealed class ResumeOptions
{
    private readonly Argument<string> _run = RunArgument.Create();
    private readonly Option<string?> _journal = JournalOption.ToRead();
    private readonly Option<string?> _plan = new("--plan") { Description = "The plan file, where it is no longer where it was when the run was started.", HelpName = "PLAN.json" };
    private readonly Option<string?> _agents = new("--agent-command") { Description = "The command that agents are, instead of the one that the run was started with.", HelpName = "CMD" };
    private readonly Option<bool> _letGo = LetGoOption.Create();
    private readonly Option<string> _format = FormatOption.Of("How the run is told.", "pretty", "json", "jsonl");
    private readonly SecretOptions _secrets;

    private ResumeOptions(Command command)
    {
        command.Add(_run);
        command.Add(_journal);
        _secrets = SecretOptions.AddTo(command);
        command.Add(_plan);
        command.Add(_agents);
        command.Add(_letGo);
        command.Add(_format);
    }

    /// <summary>Adds them to a command.</summary>
    public static ResumeOptions AddTo(Command command) => new(command);

    /// <summary>What was asked for.</summary>
    /// <exception cref="UsageException">There is no such journal, or a secret is missing.</exception>
    public ResumeSettings Of(ParseResult asked) => new(asked.GetValue(_run)!, JournalPlace.ToRead(asked.GetValue(_journal)), asked.GetValue(_format)!)
    {
        Secrets = _secrets.Of(asked),
        Plan = asked.GetValue(_plan),
        AgentCommand = asked.GetValue(_agents),
        LetsGo = asked.GetValue(_letGo),
    };
}
