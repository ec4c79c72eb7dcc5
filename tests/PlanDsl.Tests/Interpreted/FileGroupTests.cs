namespace PlanDsl.Tests;

public sealed class FileGroupTests
{
    private readonly FilePlan _plans = new();

    [Fact]
    public async Task Results_are_an_object_where_every_child_has_a_key()
    {
        var results = await _plans.RunAsync(FilePlan.Steps(
            "{ 'id': 'g', 'parallel': { 'steps': [ { 'call': 'echo', 'with': { 'value': 1 }, 'result_key': 'one' }, { 'call': 'echo', 'with': { 'value': 2 }, 'result_key': 'two' } ] } }",
            "{ 'id': 'after', 'call': 'echo', 'with': { 'value': '{{ g.two }} {{ one }}' } }"));

        Assert.Equal("""one=1 two=2 after="2 1" g={"one":1,"two":2}""", results);
    }

    [Fact]
    public async Task Results_are_an_array_where_one_has_none()
    {
        var results = await _plans.RunAsync(FilePlan.Steps(
            "{ 'id': 'g', 'parallel': { 'result_key': 'both', 'steps': [ { 'call': 'echo', 'with': { 'value': 1 }, 'result_key': 'one' }, { 'call': 'echo', 'with': { 'value': 2 } } ] } }"));

        Assert.EndsWith("both=[1,2]", results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_success_is_the_result_of_a_race()
    {
        var results = await _plans.RunAsync(FilePlan.Steps(
            "{ 'id': 'g', 'parallel': { 'strategy': 'any', 'steps': [ { 'id': 'bad', 'call': 'fail' }, { 'id': 'good', 'call': 'echo', 'with': { 'value': 2 } } ] } }"));

        Assert.Equal("good=2 g=2", results);
    }

    [Fact]
    public async Task What_fails_leaves_null_in_the_result_of_a_group_that_bears_with_it()
    {
        var outcome = await _plans.OutcomeOf(FilePlan.Steps(
            "{ 'id': 'g', 'parallel': { 'strategy': 'best_effort', 'steps': [ { 'id': 'bad', 'call': 'fail' }, { 'id': 'good', 'call': 'echo', 'with': { 'value': 2 } } ] } }",
            "{ 'id': 'after', 'call': 'echo', 'with': { 'value': '{{ bad ?? \\u0022none\\u0022 }}' } }"));

        Assert.Equal("""good=2 after="none" g=[null,2]""", FilePlan.Json(outcome.Results!));
        Assert.Equal("g=Partial(bad=Failed good=Succeeded) after=Succeeded", outcome.Steps.Tree());
    }

    [Fact]
    public async Task Children_read_the_constants_of_their_group_over_those_of_the_plan()
    {
        var text = FilePlan.Quoted("{ 'bindings': { 'a': 1, 'b': 2 }, 'steps': [ { 'id': 'g', 'parallel': { 'bindings': { 'b': 3 }, 'steps': [ { 'id': 'c', 'call': 'echo', 'with': { 'value': '{{ bindings.a }}{{ bindings.b }}' } } ] } }, { 'id': 'd', 'call': 'echo', 'with': { 'value': '{{ bindings.a }}{{ bindings.b }}' } } ] }");

        Assert.Equal("""c="13" d="12" g=["13"]""", await _plans.RunAsync(text));
    }
}
