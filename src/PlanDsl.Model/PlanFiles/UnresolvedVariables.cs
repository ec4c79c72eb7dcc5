using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>PLAN0507: variables that stay as they are written, because a run is given no input of their name.</summary>
/// <param name="plan">The plan.</param>
/// <param name="inputs">The inputs of the run.</param>
internal sealed class UnresolvedVariables(PlanModel plan, IReadOnlyDictionary<string, JsonElement> inputs)
{
    private readonly List<Finding> _findings = [];

    /// <summary>Finds them.</summary>
    public IReadOnlyList<Finding> Find()
    {
        for (var step = 0; step < plan.Steps.Count; step++)
        {
            var declared = plan.Steps[step];
            var anchor = Anchor.Step(step);
            Find(declared.Body, declared, property => anchor.At(property));
            Find(declared.Fallback?.Body, declared, _ => anchor.At(PropertyNames.Fallback));
            Find(declared.Compensate?.Body, declared, _ => anchor.At(PropertyNames.Compensate));
            Find(declared.SubPlan?.With ?? [], declared, anchor.At("with"));
        }

        return _findings;
    }

    private void Find(StepBody? body, StepModel step, Func<string, Anchor> at)
    {
        switch (body)
        {
            case CommandBody command:
                // A shell has variables of its own.
                if (!command.IsShell)
                    Find(command.Command, step, at("command"));
                foreach (var argument in command.Args)
                    Find(argument, step, at("args"));
                foreach (var variable in command.Environment)
                    Find(variable.Value, step, at("env"));
                Find(command.WorkingDirectory, step, at("cwd"));
                break;
            case CallBody call:
                Find(call.With, step, at("with"));
                break;
            case AgentBody agent:
                Find(agent.Prompt, step, at("agent"));
                Find(agent.With, step, at("agent"));
                break;
        }
    }

    private void Find(EquatableArray<NamedValue> values, StepModel step, Anchor anchor)
    {
        foreach (var value in values)
            Find(value.Value, step, anchor);
    }

    private void Find(ValueTemplate value, StepModel step, Anchor anchor)
    {
        switch (value)
        {
            case TextValue text:
                Find(text.Template, step, anchor);
                break;
            case ArrayValue array:
                foreach (var item in array.Items)
                    Find(item, step, anchor);
                break;
            case ObjectValue map:
                Find(map.Properties, step, anchor);
                break;
        }
    }

    private void Find(Template? template, StepModel step, Anchor anchor)
    {
        foreach (var part in template?.Parts ?? [])
        {
            if (part.Kind is not TemplatePartKind.Variable || inputs.ContainsKey(part.Text))
                continue;
            var nearest = new Nearest(inputs.Keys).To(part.Text);
            _findings.Add(new(RuleIds.UnresolvedVariable, anchor, [part.Text, $"step '{step.Id}'", nearest is null ? "give it, or write $${ for a literal ${" : $"did you mean '{nearest}'?"])
            {
                Suggestion = nearest,
            });
        }
    }
}
