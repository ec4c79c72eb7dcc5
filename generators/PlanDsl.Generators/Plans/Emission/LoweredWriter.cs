using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Writes what the steps of a plan file do: each body, condition, fallback and compensation as a method of the plan.</summary>
internal static class LoweredWriter
{
    public static void Write(CodeWriter writer, PlanSpec plan)
    {
        if (plan.LoweredMethods.IsEmpty)
            return;
        WriteFields(writer, plan);
        var purposes = PurposesOf(plan);
        foreach (var method in plan.LoweredMethods)
        {
            var says = method.Summary.Length > 0 ? method.Summary : purposes.TryGetValue(NameOf(method), out var purpose) ? purpose : "";
            if (says.Length > 0)
                writer.WriteLine($"/// <summary>{says}</summary>");
            writer.WriteLine(GeneratedFile.GeneratedCodeAttribute);
            using (writer.Block(method.Head))
            {
                foreach (var line in method.Body)
                    writer.WriteLine(line);
            }

            writer.WriteLine();
        }
    }

    private static void WriteFields(CodeWriter writer, PlanSpec plan)
    {
        foreach (var field in plan.LoweredFields)
        {
            writer.WriteLine(GeneratedFile.GeneratedCodeAttribute);
            writer.WriteLine(field);
            writer.WriteLine();
        }
    }

    private static Dictionary<string, string> PurposesOf(PlanSpec plan)
    {
        var purposes = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var step = 0; step < plan.Steps.Count; step++)
        {
            var (spec, model) = (plan.Steps[step], plan.Model.Steps[step]);
            var id = $"<c>{DocumentationText.Escaped(model.Id)}</c>";
            var description = model.Caption?.Description is { Length: > 0 } said ? $": {DocumentationText.Escaped(said).TrimEnd('.')}" : "";
            var call = spec.Cref.Length > 0 ? $" It calls {Documentation.SeeMethod(plan, step)}." : "";
            purposes[spec.Method] = $"What step {id} does{description}.{call}";
            if (spec.ElementSource.Length > 0)
                purposes[spec.ElementSource] = $"What step {id} goes through.";
            foreach (var method in spec.Methods)
                purposes[method.Method] = $"{PurposeOf(method.Role)} {id}{(model.MethodFor(method.Role)?.Condition is { } condition ? $": <c>{DocumentationText.Escaped(condition.ToString())}</c>" : "")}.";
        }

        return purposes;
    }

    private static string PurposeOf(MethodRole role) => role switch
    {
        MethodRole.When => "The condition of step",
        MethodRole.RepeatUntil => "What ends the loop of step",
        MethodRole.Fallback => "What takes the place of step",
        _ => "What undoes step",
    };

    // It stands before the last parentheses; a type may have some too.
    private static string NameOf(LoweredMethod method)
    {
        var open = method.Head.Length - 1;
        for (var depth = 1; depth > 0; )
            depth += method.Head[--open] switch { ')' => 1, '(' => -1, _ => 0 };
        return method.Head.Substring(0, open).Substring(method.Head.LastIndexOf(' ', open) + 1);
    }
}
