using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>The fields by which the predicates of loops know what the iteration before has returned. A body that asks for it finds it where its own
/// result is, but when the predicate is asked, that has been overwritten.</summary>
internal sealed class LoopMemories
{
    private readonly Dictionary<int, (string Field, string Type)> _fields = [];

    public LoopMemories(PlanSpec plan, NameScope fields)
    {
        for (var step = 0; step < plan.Steps.Count; step++)
        {
            if (plan.Model.Steps[step].ParametersOf(MethodRole.RepeatUntil).FirstOrDefault(static parameter => parameter.Kind is ParameterKind.Previous) is not { } previous)
                continue;
            var method = plan.Steps[step].Method.TrimStart('@');
            _fields.Add(step, (fields.Take($"_{char.ToLowerInvariant(method[0])}{method.Substring(1)}Before"), TypeTexts.Static(TypeTexts.Declared(previous.Type))));
        }
    }

    /// <summary>The field of a step's loop.</summary>
    public string FieldOf(int step) => _fields[step].Field;

    /// <summary>Whether a step's loop has one.</summary>
    public bool Has(int step) => _fields.ContainsKey(step);

    /// <summary>Writes the field, if the step has one.</summary>
    public void WriteField(CodeWriter writer, int step)
    {
        if (_fields.TryGetValue(step, out var memory))
            writer.WriteLine($"private readonly global::PlanDsl.LoopMemory<{memory.Type}> {memory.Field} = new();");
    }
}
