namespace PlanDsl.Model;

/// <summary>Reads what a step does.</summary>
internal sealed class BodyReader(FileReading reading)
{
    // Many steps call the same, and give it nothing.
    private CallBody? _call;

    public KindOfStep Read(ObjectView view, StepKinds kind, ReferenceReader references) => kind switch
    {
        StepKinds.Command => new(ReadCommand(view, references)),
        StepKinds.Call => new(ReadCall(view, references)),
        StepKinds.Agent => ReadAgent(view, references),
        StepKinds.Plan => new(SubPlan: view.Text("plan") is { } plan ? new(plan) { With = reading.Values.ReadNamed(view["with"], references, "with") } : null),
        StepKinds.Wait => ReadWait(view, references.Scope.Place),
        _ => default,
    };

    private CallBody? ReadCall(ObjectView view, ReferenceReader references)
    {
        if (view["call"] is not { } name)
            return null;
        if (view["with"] is { } with)
            return new(reading.Names.Of(name), reading.Values.ReadNamed(with, references, "with"));
        if (_call is null || !name.Says(_call.Name))
            _call = new(reading.Names.Of(name), []);
        return _call;
    }

    private CommandBody? ReadCommand(ObjectView view, ReferenceReader references)
    {
        EquatableArray<NamedTemplate> environment = [];
        if (view["env"] is { } variables)
            environment = reading.Values.ReadEnvironment(variables, references, references.Scope.StepEnvironment = new(StringComparer.Ordinal));
        if (view["command"] is not { } command)
            return null;
        if (command.Value.Trim().Length == 0)
            reading.Findings.Add(RuleIds.WrongType, command.Span, [$"command of {references.Scope.Place}", "is empty; write the program to start"]);
        if (view["cwd"] is { Value.Length: 0 } nowhere)
            reading.Findings.Add(RuleIds.WrongType, nowhere.Span, [$"cwd of {references.Scope.Place}", "is empty; write a directory, or leave it out"]);
        var args = new List<Template>();
        if (view["args"] is { } list)
        {
            foreach (var item in list.Items)
                args.Add(reading.Templates.ReadForProcess(item, references, "args"));
        }

        return new(reading.Templates.ReadForProcess(command, references, "command"))
        {
            Args = args.ToEquatableArray(),
            WorkingDirectory = view["cwd"] is { } directory ? reading.Templates.ReadForProcess(directory, references, "cwd") : null,
            IsShell = view.Boolean("shell") is true,
            Environment = environment,
        };
    }

    private KindOfStep ReadAgent(ObjectView view, ReferenceReader references)
    {
        var agent = view["agent"] is { } node
            ? reading.Objects.Read(node, PlanFileGrammar.Agent, references.Scope.Place.In("agent"))
            : view;
        if (view["agent"] is null && (view.IsGiven("agent") || view.IsMisspelt("agent")))
            return default;
        var with = reading.Values.ReadNamed(agent["with"], references, "with");
        var prompt = agent["prompt"] is { } text ? reading.Templates.Read(text, references, "prompt", mayBeNull: false) : null;
        var body = agent.Text("agent_id") is { } id ? new AgentBody(id) { ActionId = agent.Text("action_id"), Prompt = prompt, With = with } : null;
        return new(body, Timeout: TimeoutOf(agent), ResultKey: agent["result_key"]);
    }

    // An agent plan may write 0 for a timeout that is not set.
    private Duration? TimeoutOf(ObjectView agent) =>
        agent["timeout_ms"] is not { } timeout || (reading.Plan.IsAgentPlan && timeout.Number == 0) ? null : agent.Time("timeout_ms", "ms");

    private KindOfStep ReadWait(ObjectView view, Place place)
    {
        if (view["wait"] is not { } node)
            return default;
        var wait = reading.Objects.Read(node, PlanFileGrammar.Wait, place.In("wait"));
        return new(Signal: wait.Text("signal") is { } signal ? new(signal) : null, Timeout: wait.Time("timeout_sec"));
    }
}
