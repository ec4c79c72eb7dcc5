using System.Text.Json;

namespace PlanDsl.Tests;

/// <summary>A run of which these results and steps are known.</summary>
internal sealed class SampleRun : IRunValues
{
    private readonly Dictionary<string, JsonElement> _results = new(StringComparer.Ordinal)
    {
        ["orders"] = JsonElement.Parse("""{ "total": 12.50, "lines": [{ "sku": "A-1" }, 2], "name": "Grüße \"x\"", "half": "a\ud83d" }"""),
        ["predict"] = default,
        ["1-build"] = JsonElement.Parse("7"),
    };

    private readonly Dictionary<string, (string Status, JsonElement Error)> _steps = new(StringComparer.Ordinal)
    {
        ["build"] = ("failed", JsonElement.Parse("""{ "kind": "timeout", "message": "too slow" }""")),
        ["mirrors[0]"] = ("succeeded", default),
    };

    public IEnumerable<string> ResultKeys => _results.Keys;

    public IEnumerable<string> StepIds => _steps.Keys;

    public bool TryGetResult(string key, out JsonElement result) => _results.TryGetValue(key, out result);

    public bool TryGetStep(string id, out string status, out JsonElement error)
    {
        var isKnown = _steps.TryGetValue(id, out var step);
        (status, error) = step;
        return isKnown;
    }
}
