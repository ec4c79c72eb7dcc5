using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PlanDsl.Benchmarks;

/// <summary>A plan file of a project, as the compiler gets it: twenty commands that read each other's output.</summary>
internal sealed class CorpusFile : AdditionalText
{
    private const int Steps = 20;
    private readonly SourceText _text;

    private CorpusFile(string path, string text)
    {
        Path = path;
        _text = SourceText.From(text, Encoding.UTF8);
    }

    public override string Path { get; }

    /// <summary>The plan with this number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="edit">What is different each time that its author has changed it.</param>
    public static CorpusFile Of(int number, int edit = 0)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $$"""{ "plan_id": "ship_{{number}}", "inputs": { "branch": { "type": "string" } }, "steps": [""");
        for (var step = 0; step < Steps; step++)
        {
            var before = step == 0 ? "${branch}" : string.Create(CultureInfo.InvariantCulture, $"{{{{ step_{step - 1}.stdout }}}}");
            text.AppendLine(CultureInfo.InvariantCulture, $$"""  { "id": "step_{{step}}", "command": "tool", "args": ["--edit", "{{edit}}", "{{before}}"], "timeout_sec": 10, "retries": 1 },""");
        }

        return new(string.Create(CultureInfo.InvariantCulture, $"/shop/ship_{number}.plan.json"), text.AppendLine("] }").ToString());
    }

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
