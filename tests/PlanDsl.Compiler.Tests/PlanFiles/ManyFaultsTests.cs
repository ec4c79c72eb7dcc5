using System.Globalization;
using PlanDsl.Model;

namespace PlanDsl.Compiler.Tests;

/// <summary>Small plan files with very many faults in a build: what went by the product of faults and names, or of faults and the length of their text, would
/// not end while somebody waits.</summary>
public class ManyFaultsTests
{
    [Fact]
    public void Very_many_inputs_that_a_plan_does_not_have_are_told()
    {
        const int many = 20_000;
        var catalog = new PlanCatalog([new("other", "global::Shop.OtherPlan") { Inputs = [.. Numbered("member#", many).Select(static name => new CatalogInput(name, new("string", "string"), "\"\""))] }]);
        var findings = Told($$"""{ "plan_id": "x", "steps": [ { "id": "a", "plan": "other", "with": { {{string.Join(", ", Numbered("\"memer#\": 1", many))}} } } ] }""", catalog, RuleIds.UnknownProperty);

        Assert.Equal("member0", findings[0].Suggestion);
    }

    [Fact]
    public void Very_many_faults_of_one_condition_do_not_write_it_out_each_time()
    {
        var condition = string.Join(" || ", Numbered("a.exit_code == 'x'", 60_000));
        var findings = Told($$"""{ "plan_id": "x", "steps": [ { "id": "a", "command": "x" }, { "id": "b", "command": "x", "condition": "{{condition}}" } ] }""", PlanCatalog.Empty, RuleIds.InvalidCondition);

        Assert.All(findings, static finding => Assert.InRange(finding.Message.Length, 1, 20_000));
    }

    private static Finding[] Told(string json, PlanCatalog catalog, string id)
    {
        Finding[] findings = [.. ReadFilePlan.Of(json, catalog).FileFindings.Where(finding => finding.Id == id)];
        Assert.Equal(1_000, findings.Length);
        return findings;
    }

    // With the number of each for #.
    private static IEnumerable<string> Numbered(string element, int count) =>
        Enumerable.Range(0, count).Select(number => element.Replace("#", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
}
