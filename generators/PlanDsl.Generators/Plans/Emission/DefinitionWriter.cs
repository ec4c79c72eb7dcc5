using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Writes the constant from which people, and journals, learn what a plan is: with the plans that its steps run, what its secrets are
/// where nobody gives them, of what types its results are, and which of its inputs the environment may have.</summary>
internal static class DefinitionWriter
{
    private const string Nobody = "ProgramOfNobody";
    private const string Head = "public static readonly global::PlanDsl.PlanDefinition Definition = new(Value";

    public static void Write(CodeWriter writer, PlanSpec plan, StateNames names)
    {
        var plans = PlansOf(plan).Where(static run => run.Type.Length > 0).OrderBy(static run => run.Number).ToArray();
        var secrets = Enumerable.Range(0, plan.Inputs.Count).Where(input => plan.Model.Inputs[input].IsSecret && DefaultOf(plan.Inputs[input]).Length > 0).Select(input => (plan.Model.Inputs[input].Name, Input: plan.Inputs[input])).ToArray();
        var fromEnvironment = plan.Inputs.Select(static input => input.FromEnvironment).OfType<string>().ToArray();
        var hasResults = ExchangeWriter.IsNeeded(plan, names);
        if (plans.Length + secrets.Length + fromEnvironment.Length == 0 && !hasResults)
        {
            writer.WriteLine(Head + ");");
            return;
        }

        writer.WriteLine(Head + ",");
        using (writer.Indent())
        {
            WritePlans(writer, plans);
            WriteSecrets(writer, secrets);
            var end = fromEnvironment.Length == 0 ? ");" : ",";
            writer.WriteLine((hasResults ? $"program: new({Nobody})" : "program: null") + end);
            if (fromEnvironment.Length > 0)
                writer.WriteLine($"fromEnvironment: static () => [{string.Join(", ", fromEnvironment)}]);");
        }

        if (hasResults)
            WriteNobody(writer, plan, names);
    }

    // A method, and no lambda: for these there is a class, which would have to be loaded before the first run.
    private static void WriteNobody(CodeWriter writer, PlanSpec plan, StateNames names)
    {
        var values = string.Join(", ", Enumerable.Repeat("default!", plan.Inputs.Count + (names.HoldsPlan ? 1 : 0)));
        writer.WriteLine();
        writer.WriteLine($"private static global::PlanDsl.IPlanProgram {Nobody}() => new __Program(new __State({values}));");
    }

    // What takes the place of steps is numbered after all steps, and then what undoes them.
    private static IEnumerable<(int Number, string Type)> PlansOf(PlanSpec plan)
    {
        for (var step = 0; step < plan.Steps.Count; step++)
        {
            yield return (step, plan.Steps[step].SubPlan?.Type ?? plan.Steps[step].PlanType);
            foreach (var method in plan.Steps[step].Methods)
                yield return ((method.Role is MethodRole.Fallback ? 1 : 2) * plan.Steps.Count + step, method.PlanType);
        }
    }

    private static void WritePlans(CodeWriter writer, (int Number, string Type)[] plans)
    {
        if (plans.Length == 0)
        {
            writer.WriteLine("plans: null,");
            return;
        }

        using (writer.Block("plans: static step => step switch", close: "},"))
        {
            foreach (var (number, type) in plans)
                writer.WriteLine($"{TableWriter.Text(number)} => {type}.Definition,");
            writer.WriteLine("_ => null,");
        }
    }

    private static void WriteSecrets(CodeWriter writer, (string Name, InputSpec Input)[] secrets)
    {
        if (secrets.Length == 0)
        {
            writer.WriteLine("secrets: null,");
            return;
        }

        writer.WriteLine("secrets:");
        writer.WriteLine("[");
        using (writer.Indent("],"))
        {
            foreach (var (name, input) in secrets)
                writer.WriteLine($"new({CSharpText.Quote(name)}, static () => global::PlanDsl.PlanJson.Of({DefaultOf(input)})),");
        }
    }

    // Empty where it has to be given.
    private static string DefaultOf(InputSpec input) =>
        input.Value is { } value && (input.DefaultValue ?? input.LeftOut) is not null ? value.Replace($"({input.Name})", $"(default({input.Type}))")
        : input.DefaultValue ?? input.LeftOut ?? "";
}
