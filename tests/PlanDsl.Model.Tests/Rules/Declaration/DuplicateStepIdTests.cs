namespace PlanDsl.Model.Tests;

public class DuplicateStepIdTests
{
    [Fact]
    public void The_later_step_is_named_and_the_earlier_one_related()
    {
        var finding = Judged.Single(A.Step("fetch"), A.Step("build"), A.Step("fetch"));

        Assert.Equal("Step id 'fetch' is already taken by an earlier step; rename one of the two", finding.Message);
        Assert.Equal(Anchor.Step(2), finding.Anchor);
        Assert.Equal([Anchor.Step(0)], finding.Related);
    }

    [Fact]
    public void Each_further_step_is_a_finding() =>
        Assert.Equal(["PLAN0003", "PLAN0003"], Judged.Ids(A.Step("fetch"), A.Step("fetch"), A.Step("fetch")));

    [Fact]
    public void It_is_the_only_finding_although_the_result_keys_clash_too_and_the_consumer_meant_either() =>
        Assert.Equal(["PLAN0003"], Judged.Lines(
            A.Plan(A.Step("fetch").Returning(A.Text), A.Step("fetch"), A.Step("build", A.Result("fetch"))),
            new TypePair("string", "int")).Select(line => line[..8]));

    [Fact]
    public void Ids_that_differ_in_case_are_two() =>
        Assert.Empty(Judged.Lines(A.Step("fetch"), A.Step("FETCH").Silent()));

    [Theory]
    [InlineData("each[0]")]
    [InlineData("each[12]")]
    public void An_element_of_a_fan_out_has_its_id_too(string id) => Assert.Equal(
        [$"(2,9) error PLAN0003: Step id '{id}' is already taken by an element of 'each', which runs once for each; rename one of the two"],
        Judge(FanOut, Step(id)));

    [Theory]
    [InlineData("each[01]")]
    [InlineData("each[a]")]
    [InlineData("each[0]x")]
    [InlineData("[0]")]
    [InlineData("other[0]")]
    public void What_is_no_element_is_free(string id) => Assert.Empty(Judge(FanOut, Step("other"), Step(id)));

    [Fact]
    public void A_member_of_a_group_has_another_path_than_a_step_outside()
    {
        Assert.Empty(Judge(Group(FanOut, Step("more")), Step("each[0]")));
        Assert.Contains("'each[0]' is already taken", Assert.Single(Judge(Group(FanOut, Step("each[0]")))), StringComparison.Ordinal);
    }

    private const string FanOut = """{ "id": "each", "for_each": "bindings.files", "command": "cat", "args": ["{{ item }}"] }""";

    private static string Step(string id) => $$"""{ "id": "{{id}}", "command": "make" }""";

    private static string Group(params string[] steps) => $$"""{ "id": "g", "parallel": { "steps": [{{string.Join(",\n", steps)}}] } }""";

    private static string[] Judge(params string[] steps) => Corpus.Judge($$"""{ "bindings": { "files": ["a"] }, "steps": [{{string.Join(",\n", steps)}}] }""");
}
