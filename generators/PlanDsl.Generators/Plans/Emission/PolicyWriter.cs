using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Writes the policies of steps: each that differs from the others once, and which step has which. Nothing for a plan
/// without any.</summary>
internal sealed class PolicyWriter
{
    private const int NamesPerLine = 16;

    private readonly PlanModel _plan;
    private readonly List<string> _policies = [];
    private readonly string[] _names;

    public PolicyWriter(PlanSpec spec, StateNames names)
    {
        var plan = spec.Model;
        _plan = plan;
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        _names = new string[plan.Steps.Count];
        for (var step = 0; step < _names.Length; step++)
        {
            var text = PolicyTexts.Of(step, spec, names.Numbers, names.Bindings.Live);
            if (text.Length > 0 && !known.ContainsKey(text))
            {
                known.Add(text, $"Policy{TableWriter.Text(_policies.Count)}");
                _policies.Add(text);
            }

            _names[step] = text.Length > 0 ? known[text] : "null";
        }
    }

    /// <summary>Whether a step has a policy.</summary>
    public bool HasAny => _policies.Count > 0;

    /// <summary>Writes the policies as fields.</summary>
    public void WriteFields(CodeWriter writer)
    {
        for (var policy = 0; policy < _policies.Count; policy++)
        {
            using (writer.Block($"private static readonly global::PlanDsl.StepPolicy Policy{TableWriter.Text(policy)} = new()", close: "};"))
                writer.WriteLine(_policies[policy]);
            writer.WriteLine();
        }
    }

    /// <summary>Writes the argument that says which step has which.</summary>
    public void WriteArgument(CodeWriter writer, string end)
    {
        writer.WriteLine("policies:");
        writer.WriteLine("[");
        using (writer.Indent("]" + end))
        {
            if (_names.Length <= TableWriter.MostStepsToExplain)
            {
                for (var step = 0; step < _names.Length; step++)
                    writer.WriteLine($"{_names[step]}, // {_plan.Steps[step].Id}");
                return;
            }

            for (var start = 0; start < _names.Length; start += NamesPerLine)
                writer.WriteLine(string.Join(", ", _names.Skip(start).Take(NamesPerLine)) + ",");
        }
    }
}
