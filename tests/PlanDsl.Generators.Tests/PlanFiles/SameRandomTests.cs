using PlanDsl.Model;

namespace PlanDsl.Generators.Tests;

/// <summary>Whatever a sound plan file says, it means the same compiled and interpreted.</summary>
public class SameRandomTests
{
    private const int Most = 12;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Random_plans(int seed)
    {
        var plans = new RandomPlans(new Random(seed));
        var sound = new List<FileRun>();
        for (var i = 0; sound.Count < Most; i++)
        {
            var (name, text) = ($"random{i}.plan.json", plans.Make($"random{i}"));
            if (!PlanFileReader.Read(text, name).Check().Any(static finding => finding.Severity is FindingSeverity.Error))
                sound.Add(new(text) { Name = name, Others = [RandomPlans.Inner] });
        }

        await FileRun.SameAsync([.. sound]);
    }
}
