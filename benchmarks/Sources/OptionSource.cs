using System.Globalization;
using System.Text;

namespace PlanDsl.Benchmarks;

/// <summary>A chain in which each step yields and asks for something besides being called.</summary>
/// <param name="Name">What the plan is called.</param>
/// <param name="Option">What each step asks for, as its attribute says it.</param>
/// <param name="Parameter">What each step takes besides the result of the one before.</param>
internal sealed record OptionSource(string Name, string Option = "", string Parameter = "")
{
    public static OptionSource[] All { get; } =
    [
        new("Bare"),
        new("Timeout", "(Timeout = \"10s\")"),
        new("Retries", "(Retries = 3)"),
        new("TotalTimeout", "(TotalTimeout = \"10s\")"),
        new("Fallback", "(Fallback = nameof(Instead))"),
        new("Condition", "(When = nameof(IsWanted))"),
        new("Context", "", ", StepContext context"),
    ];

    public (string Name, string Text) ToFile()
    {
        var text = new StringBuilder();
        text.AppendLine("#nullable enable");
        text.AppendLine("using System.Threading.Tasks;");
        text.AppendLine("namespace PlanDsl.Benchmarks;");
        text.AppendLine("[Plan]");
        text.AppendLine(CultureInfo.InvariantCulture, $"internal sealed partial class {Name}ChainPlan");
        text.AppendLine("{");
        for (var step = 0; step < Size.OptionChain; step++)
        {
            var (bound, argument) = step == 0 ? ("[Input] int value", "value") : (string.Create(CultureInfo.InvariantCulture, $"int? s{step - 1}"), string.Create(CultureInfo.InvariantCulture, $"s{step - 1} ?? 0"));
            text.AppendLine(CultureInfo.InvariantCulture, $"    [Step{Option}] private static Task<int> S{step}({bound}{Parameter}) => Step.YieldAsync({argument});");
        }

        text.AppendLine("    private static bool IsWanted() => true;");
        text.AppendLine("    private static int Instead() => 0;");
        text.AppendLine("}");
        return ($"{Name}Chain.cs", text.ToString());
    }
}
