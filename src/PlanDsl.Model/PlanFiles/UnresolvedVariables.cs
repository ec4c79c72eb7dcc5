namespace PlanDsl.Model;

/// <summary>PLAN0507: variables that stay as they are written, because a run is given no input of their name.</summary>
/// <param name="file">The plan.</param>
/// <param name="inputs">The names of the inputs that the run has.</param>
/// <param name="onlyMisspelt">Whether only those are told of that are probably misspelt: before a run nobody knows what the others are there for.</param>
internal sealed class UnresolvedVariables(PlanFile file, HashSet<string> inputs, bool onlyMisspelt = false)
{
    // What the plan says of all steps.
    private const int NoStep = -1;

    private readonly BoundedFindings _findings = [];
    private readonly BoundedNearest _nearest = new(inputs);
    private HashSet<string>? _ofPlan;
    private CommandBody? _command;
    private HashSet<string>? _ofCommand;

    /// <summary>Finds them.</summary>
    public BoundedFindings Find()
    {
        foreach (var variable in file.Model.Environment)
            Find(variable.Value, NoStep, MethodRole.Body, "env", variable.Name);
        for (var step = 0; step < file.Model.Steps.Count; step++)
        {
            var declared = file.Model.Steps[step];
            Find(declared.Body, declared.SubPlan, step, MethodRole.Body);
            Find(declared.Fallback?.Body, declared.Fallback?.SubPlan, step, MethodRole.Fallback);
            Find(declared.Compensate?.Body, declared.Compensate?.SubPlan, step, MethodRole.Compensate);
        }

        return _findings;
    }

    private void Find(StepBody? body, SubPlanModel? subPlan, int step, MethodRole role)
    {
        (_command, _ofCommand) = (body as CommandBody, null);
        switch (body)
        {
            case CommandBody command:
                // A shell has variables of its own. What it is given besides it does not fill in by itself.
                if (!command.IsShell)
                    Find(command.Command, step, role, "command");
                var ofShell = command.IsShell ? -1 : ShellTexts.IndexIn(command);
                for (var index = 0; index < command.Args.Count && !(command.IsShell && onlyMisspelt); index++)
                {
                    if (index != ofShell)
                        Find(command.Args[index], step, role, "args", index: index);
                }

                foreach (var variable in command.Environment)
                    Find(variable.Value, step, role, "env", variable.Name);
                Find(command.WorkingDirectory, step, role, "cwd");
                break;
            case CallBody call:
                Find(call.With, step, role, [PathSegment.Member("with")]);
                break;
            case AgentBody agent:
                Find(agent.Prompt, step, role, "agent", "prompt");
                Find(agent.With, step, role, [PathSegment.Member("agent"), PathSegment.Member("with")]);
                break;
            default:
                if (subPlan is not null)
                    Find(subPlan.With, step, role, [PathSegment.Member("with")]);
                break;
        }
    }

    private void Find(EquatableArray<NamedValue> values, int step, MethodRole role, EquatableArray<PathSegment> way)
    {
        foreach (var value in values)
            Find(value.Value, step, role, [.. way, PathSegment.Member(value.Name)]);
    }

    private void Find(ValueTemplate value, int step, MethodRole role, EquatableArray<PathSegment> way)
    {
        switch (value)
        {
            case TextValue text:
                Find(text.Template, step, role, way);
                break;
            case ArrayValue array:
                for (var index = 0; index < array.Items.Count; index++)
                    Find(array.Items[index], step, role, [.. way, PathSegment.Element(index)]);
                break;
            case ObjectValue map:
                Find(map.Properties, step, role, way);
                break;
        }
    }

    // Most texts are nothing but text, and no way to them is made.
    private void Find(Template? template, int step, MethodRole role, string property, string? name = null, int index = -1)
    {
        if (template is null || template.IsLiteral)
            return;
        var way = PathSegment.Member(property);
        Find(template, step, role, name is not null ? [way, PathSegment.Member(name)] : index >= 0 ? [way, PathSegment.Element(index)] : [way]);
    }

    private void Find(Template template, int step, MethodRole role, EquatableArray<PathSegment> way)
    {
        foreach (var part in template.Parts)
        {
            if (part.Kind is not TemplatePartKind.Variable || inputs.Contains(part.Text))
                continue;
            var nearest = _nearest.To(part.Text);
            if (onlyMisspelt && !IsMisspelt(part.Text, nearest))
                continue;
            var remedy = nearest is null ? "give it, or write $${ for a literal ${" : $"did you mean '{nearest}'?";
            var place = file.Map.FindText(step, role, way, part.Start, part.Length);
            _findings.Add(new(RuleIds.UnresolvedVariable, Anchor.Text(place), [part.Text, PlaceOf(step), remedy]) { Suggestion = nearest });
        }
    }

    // Programs write variables in capitals, and fill in what their environment holds.
    private bool IsMisspelt(string name, string? nearest) =>
        nearest is not null && !string.Equals(name, nearest, StringComparison.OrdinalIgnoreCase)
        && !(_ofPlan ??= NamesOf(file.Model.Environment)).Contains(name)
        && !(_ofCommand ??= NamesOf(_command is null ? [] : _command.Environment)).Contains(name);

    private static HashSet<string> NamesOf(EquatableArray<NamedTemplate> variables) => new(variables.Select(static variable => variable.Name), StringComparer.Ordinal);

    private string PlaceOf(int step) => step == NoStep ? $"env of plan '{file.Model.Id}'" : $"step '{file.Model.Steps[step].Id}'";
}
