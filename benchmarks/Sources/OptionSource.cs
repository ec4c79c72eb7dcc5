using System.Globalization;
using System.Text;

namespace PlanDsl.Benchmarks;

/// <summary>A plan whose steps ask for something besides being called.</summary>
/// <param name="Name">What the plan is called.</param>
/// <param name="Declare">A step, by its number.</param>
internal sealed record OptionSource(string Name, Func<int, string> Declare)
{
    /// <summary>How many steps it has.</summary>
    public int Steps { get; init; } = Size.OptionChain;

    /// <summary>What stands on the class, besides that it is a plan.</summary>
    public string Attribute { get; init; } = "";

    /// <summary>Chains in which each step asks for one thing.</summary>
    public static OptionSource[] Chains { get; } =
    [
        ChainOf("Bare"),
        ChainOf("Timeout", "(Timeout = \"10s\")"),
        ChainOf("Retries", "(Retries = 3)"),
        ChainOf("TotalTimeout", "(TotalTimeout = \"10s\")"),
        ChainOf("Pipeline", "(Pipeline = \"none\")"),
        ChainOf("Fallback", "(Fallback = nameof(Instead))"),
        ChainOf("Compensation", "(Compensate = nameof(Undo))"),
        ChainOf("Condition", "(When = nameof(IsWanted))"),
        ChainOf("Loop", "(RepeatUntil = nameof(IsWanted), MaxIterations = 2)"),
        ChainOf("Context", "", ", StepContext context"),
        new("SubPlanChain", static step => Invariant($"[Step(Plan = typeof(OneStepPlan){After(step)})] private partial Task<OneStepPlan.Results> S{step}([Input] int value);")),
        new("SignalChain", static step => Invariant($"[Signal(\"s{step}\"), Step({After(step).TrimStart(',', ' ')})] private partial Task<int> S{step}();")),
    ];

    /// <summary>As many steps side by side, and what may stand for them.</summary>
    public static OptionSource[] Wide { get; } =
    [
        new("Wide", static step => Invariant($"[Step] private static Task<int> S{step}([Input] int value) => Step.YieldAsync(value);")),
        new("Group", static step => Invariant($"[Step(Group = \"all\")] private static Task<int> S{step}([Input] int value) => Step.YieldAsync(value);")) { Attribute = "[ParallelGroup(\"all\")]" },
        new("Each", static _ => "[Step] private static Task<int> Go([Each(\"values\")] int value, [Input] int[] values) => Step.YieldAsync(value);") { Steps = 1 },
    ];

    public (string Name, string Text) ToFile()
    {
        var text = new StringBuilder();
        text.AppendLine("#nullable enable");
        text.AppendLine("using System.Threading.Tasks;");
        text.AppendLine("namespace PlanDsl.Benchmarks;");
        text.AppendLine("[Plan]");
        if (Attribute.Length > 0)
            text.AppendLine(Attribute);
        text.AppendLine(CultureInfo.InvariantCulture, $"internal sealed partial class {Name}Plan");
        text.AppendLine("{");
        for (var step = 0; step < Steps; step++)
            text.Append("    ").AppendLine(Declare(step));
        text.AppendLine("    private static bool IsWanted() => true;");
        text.AppendLine("    private static int Instead() => 0;");
        text.AppendLine("    private static void Undo() { }");
        text.AppendLine("}");
        return ($"{Name}Plan.cs", text.ToString());
    }

    private static OptionSource ChainOf(string name, string option = "", string parameter = "") => new(name + "Chain", step =>
    {
        var (bound, argument) = step == 0 ? ("[Input] int value", "value") : (Invariant($"int? s{step - 1}"), Invariant($"s{step - 1} ?? 0"));
        return Invariant($"[Step{option}] private static Task<int> S{step}({bound}{parameter}) => Step.YieldAsync({argument});");
    });

    private static string After(int step) => step == 0 ? "" : Invariant($", DependsOn = [nameof(S{step - 1})]");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
