using System.Globalization;

namespace PlanDsl.Model.Tests;

/// <summary>Files of which one list, one object or one string is very long: what is looked for in it is not looked for from its beginning each time.
/// What went by the square of these lengths would not end while somebody waits.</summary>
public class LongListTests
{
    [Theory]
    [InlineData("depends_on", RuleIds.UnknownDependency)]
    [InlineData("consumes", RuleIds.NotProvided)]
    public void Each_of_very_many_faulty_elements_has_its_place(string list, string id)
    {
        var text = $$"""{ "steps": [ { "id": "a", "command": "x", "{{list}}": [{{Repeat("\"q\"", 400_000)}}] } ] }""";
        var file = PlanFileReader.Read(text, "long");
        var finding = file.Check()[99];

        Assert.Equal(id, finding.Id);
        Assert.Equal(text.IndexOf("\"q\"", StringComparison.Ordinal) + (99 * "\"q\",".Length), file.Map.Find(finding.Anchor).Start);
    }

    [Fact]
    public void Very_many_dependencies_of_one_step_say_nothing_new()
    {
        var chain = Repeat("""{ "id": "s#", "command": "x", "depends_on": ["s~"] }""", 50_000, first: 1);
        var text = $$"""{ "steps": [ { "id": "s0", "command": "x" }, {{chain}} { "id": "last", "command": "x", "depends_on": [{{Repeat("\"s50000\"", 1_000_000)}} {{Repeat("\"s#\"", 50_000)}}] } ] }""";

        Assert.All(PlanFileReader.Read(text, "long").Check().Take(100), static finding => Assert.Equal(RuleIds.RedundantDependency, finding.Id));
    }

    [Fact]
    public void Very_many_references_into_a_large_group_are_read()
    {
        Assert.Empty(PlanFileReader.Read(Group("{{ g.k49999.stdout }}", 300_000), "long").Check());
        Assert.Equal(RuleIds.UnknownMember, PlanFileReader.Read(Group("{{ g.k }}", 100_000), "long").Check()[0].Id);
    }

    [Fact]
    public void Very_many_members_that_a_large_constant_does_not_have_are_told()
    {
        var steps = Repeat("""{ "id": "s#", "command": "x", "args": ["{{ bindings.o.q# }}"] }""", 20_000);
        var findings = PlanFileReader.Read($$"""{ "bindings": { "o": { {{Repeat("\"k#\": 1", 20_000)}} "last": 1 } }, "steps": [ {{steps}} { "id": "last", "command": "x" } ] }""", "long").Check();

        Assert.Equal(RuleIds.UnknownMember, findings[0].Id);
    }

    [Fact]
    public void Very_many_kinds_of_failure_are_told_apart() => Assert.Empty(PlanFileReader.Read(
        $$"""{ "steps": [ { "id": "a", "command": "x", "retries": 1, "retry_on": [{{Repeat("\"exit_code\"", 300_000)}}], "no_retry_on": [{{Repeat("\"timeout\"", 300_000)}}] } ] }""", "long").Check());

    [Fact]
    public void Very_many_faults_of_one_string_with_escapes_have_their_places()
    {
        var text = $$$"""{ "steps": [ { "id": "a", "command": "\n{{{Repeat("{{ a }}", 200_000)}}}" } ] }""";
        var file = PlanFileReader.Read(text, "long");
        var places = file.Check().Take(100).Select(finding => file.Map.Find(finding.Anchor)).ToArray();

        Assert.All(places, place => Assert.Equal("a", text.Substring(place.Start, place.Length)));
        Assert.Equal(places.Length, places.Distinct().Count());
    }

    [Fact]
    public void Very_many_faults_of_one_condition_do_not_repeat_it_as_often()
    {
        var findings = PlanFileReader.Read($$"""{ "steps": [ { "id": "a", "command": "x", "condition": "{{string.Concat(Enumerable.Repeat("a + ", 300_000))}}a" } ] }""", "long").Check();

        Assert.All(findings, static finding => Assert.InRange(finding.Message.Length, 1, 20_000));
    }

    [Fact]
    public void Very_many_branches_of_one_step_are_told_apart()
    {
        var steps = Repeat("""{ "id": "s#", "command": "x" }""", 50_000);
        var text = $$"""{ "order": "sequential", "steps": [ { "id": "a", "command": "x", "transitions": { "failure_branch_ids": [{{Repeat("\"s#\"", 50_000)}} {{Repeat("\"s49999\"", 400_000)}}] } }, {{steps}}] }""";

        Assert.Equal(RuleIds.InvalidTransitions, PlanFileReader.Read(text, "long").Check()[0].Id);
    }

    [Theory]
    [InlineData("\"env\": { % }", "\"K#\": \"${V}\"")]
    [InlineData("\"args\": [ % ]", "\"${V}\"")]
    public void Very_many_variables_of_one_step_have_their_places(string property, string element)
    {
        var text = $$"""{ "steps": [ { "id": "a", "command": "x", {{property.Replace("%", Repeat(element, 150_000), StringComparison.Ordinal)}} } ] }""";
        var file = PlanFileReader.Read(text, "long");
        var places = file.FindUnresolved([]).Take(100).Select(finding => file.Map.Find(finding.Anchor)).ToArray();

        Assert.All(places, place => Assert.Equal("${V}", text.Substring(place.Start, place.Length)));
        Assert.Equal(places.Length, places.Distinct().Count());
    }

    private static string Group(string reference, int count) => $$"""
        { "steps": [
          { "id": "g", "type": "parallel", "parallel": { "steps": [{{Repeat("""{ "command": "x", "result_key": "k#" }""", 50_000)}}] } },
          { "id": "a", "command": "x", "args": [{{Repeat($"\"{reference}\"", count)}}] } ] }
        """;

    // With the number of each for #, and that before it for ~.
    private static string Repeat(string element, int count, int first = 0) => string.Concat(Enumerable.Range(first, count).Select(number => element
        .Replace("#", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("~", (number - 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) + ","));
}
