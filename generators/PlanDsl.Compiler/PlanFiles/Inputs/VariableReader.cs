using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Finds the variables that a plan file reads, in the order in which it first does.</summary>
internal sealed class VariableReader
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<(string Name, bool IsValue)> _found = [];

    /// <summary>The variables, and of each whether an expression asks for its value, so that it may be any JSON.</summary>
    public static IReadOnlyList<(string Name, bool IsValue)> Read(PlanModel plan)
    {
        var reader = new VariableReader();
        foreach (var variable in plan.Environment)
            reader.Read(variable.Value);
        foreach (var step in plan.Steps)
        {
            reader.Read(step.Element?.Path);
            reader.Read(step.Body);
            reader.Read(step.SubPlan?.With ?? []);
            foreach (var (_, method) in step.Methods)
            {
                reader.Read(method.Condition);
                reader.Read(method.Body);
                reader.Read(method.SubPlan?.With ?? []);
            }
        }

        return reader._found;
    }

    private void Read(StepBody? body)
    {
        switch (body)
        {
            case CommandBody command:
                foreach (var variable in command.Environment)
                    Read(variable.Value);
                Read(command.Command);
                foreach (var argument in command.Args)
                    Read(argument);
                Read(command.WorkingDirectory);
                break;
            case CallBody call:
                Read(call.With);
                break;
            case AgentBody agent:
                Read(agent.Prompt);
                Read(agent.With);
                break;
        }
    }

    private void Read(EquatableArray<NamedValue> values)
    {
        foreach (var value in values)
            Read(value.Value);
    }

    private void Read(ValueTemplate value)
    {
        switch (value)
        {
            case TextValue text:
                Read(text.Template);
                break;
            case ArrayValue array:
                foreach (var item in array.Items)
                    Read(item);
                break;
            case ObjectValue map:
                Read(map.Properties);
                break;
        }
    }

    private void Read(Template? template)
    {
        foreach (var part in template?.Parts ?? [])
        {
            if (part.Kind is TemplatePartKind.Variable)
                Add(part.Text, isValue: false);
            else
                Read(part.Expression);
        }
    }

    private void Read(Expression? expression)
    {
        foreach (var path in expression?.Paths ?? [])
        {
            if (path.Root == ReferenceRoots.Inputs && !path.Segments.IsEmpty && path.Segments[0].Name is { } name)
                Add(name, isValue: true);
        }
    }

    private void Add(string name, bool isValue)
    {
        if (_numbers.TryGetValue(name, out var number))
        {
            _found[number] = (name, _found[number].IsValue || isValue);
            return;
        }

        _numbers.Add(name, _found.Count);
        _found.Add((name, isValue));
    }
}
