using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PlanDsl.Tests;

/// <summary>Secrets that come back as others: each text of what is recorded stands for one and the same of theirs, or the run is not gone on with.</summary>
public class ResumedSecretTests
{
    private const string RunId = "run-1";
    private static readonly string Plan = FilePlan.Quoted("{ 'id': 'plan', 'inputs': { 'account': { 'secret': true }, 'other': { 'secret': true, 'default': 'none' } }, 'steps': [ { 'id': 'a', 'call': 'print' }, { 'id': 'b', 'call': 'echo', 'with': { 'value': '{{ a }}' } } ] }");

    private const string Whole = "of the secret 'plan.account', which the run has not got now. Give the secrets as they were given when the run was started.";

    [Theory]
    [InlineData("""{"user":"USER-1","key":"KEY-2"}""", """{"admin":"ADMIN-3","user":"USER-4","key":"KEY-5"}""", "USER-1 KEY-2", "USER-4 KEY-5")]
    [InlineData("""{"user":"USER-1","key":"KEY-2"}""", """{"key":"KEY-5","user":"USER-4"}""", "USER-1 KEY-2", "USER-4 KEY-5")]
    [InlineData("""{"of":{"a/b":["ONE-1","TWO-2"]}}""", """{"at":"AT-1","of":{"a":["NOT-1"],"a/b":["ONE-4","TWO-5","THREE-6"]}}""", "ONE-1 TWO-2", "ONE-4 TWO-5")]
    [InlineData("""{"user":471101,"key":" KEY-2 "}""", """{"x":1,"user":471102,"key":"\tKEY-5 "}""", "471101 KEY-2", "471102 KEY-5")]
    [InlineData("""["ONE-1","TWO-2"]""", """["ONE-4","TWO-5"]""", "ONE-1 TWO-2", "ONE-4 TWO-5")]
    [InlineData("""{"ä~@|!#.\ue001\ud83d\ude00":"KEY-2","":"NONE-1"}""", """{"x":"X-1","ä~@|!#.\ue001\ud83d\ude00":"KEY-5","":"NONE-4"}""", "NONE-1 KEY-2", "NONE-4 KEY-5")]
    public async Task A_part_of_one_is_known_by_its_name(string first, string now, string printed, string expected)
    {
        var left = await LeftAsync(Account(first), printed);

        var run = await ResumeAsync(left, Account(now));

        Assert.Equal(expected, (await run.GetResultsAsync().Soon())["b"].GetString());
    }

    [Theory]
    [InlineData("""{"user":"USER-1","key":"KEY-2"}""", """{"user":"USER-4","token":"TOKEN-5"}""", "KEY-2", "'key' " + Whole)]
    [InlineData("""{"user":"USER-1","key":"KEY-2"}""", """{"user":"USER-4","key":null}""", "KEY-2", "'key' " + Whole)]
    [InlineData("""{"user":"USER-1","keys":["KEY-2","KEY-3"]}""", """{"user":"USER-1","keys":["KEY-2"]}""", "KEY-3", "'keys[1]' " + Whole)]
    [InlineData("""{"0":"KEY-2"}""", """["KEY-2"]""", "KEY-2", "'0' " + Whole)]
    [InlineData("\"KEY-2\"", """{"user":"USER-1"}""", "KEY-2", "the secret 'plan.account', which the run has not got now.")]
    [InlineData("""{"user":"USER-1"}""", "\"KEY-2\"", "USER-1", "'user' " + Whole)]
    [InlineData("""{"user":"SAME-1","key":"SAME-1"}""", """{"user":"USER-4","key":"KEY-5"}""", "SAME-1", "what was 'user' of the secret 'plan.account' and 'key' of the secret 'plan.account' at once, and these differ now.")]
    [InlineData("""{"u":"alice-1","v":"bob-2","alice-1":"KEY-3"}""", """{"u":"alice-1","v":"bob-2","alice-1":"KEY-4","bob-2":"KEY-5"}""", "KEY-3", "'***' of the secret 'plan.account', of which the run has several now.")]
    public async Task Nothing_stands_in_the_place_of_a_part_that_is_not_there_any_more(string first, string now, string printed, string expected)
    {
        var left = await LeftAsync(Account(first), printed);

        var refused = await Assert.ThrowsAsync<JournalException>(() => ResumeAsync(left, Account(now)));
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);

        // The run stays as it was.
        Assert.Equal(printed, (await (await ResumeAsync(left, Account(first))).GetResultsAsync().Soon())["b"].GetString());
    }

    // The plan that it had is no remedy for that.
    [Fact]
    public async Task It_is_said_what_is_to_be_given_and_nothing_else()
    {
        var left = await LeftAsync(Account("""{"user":"USER-1"}"""), "USER-1");

        var refused = await Assert.ThrowsAsync<JournalException>(() => ResumeAsync(left, Account("""{"admin":"USER-1"}""")));

        Assert.Equal("The recorded result of step 'a' of run 'run-1' cannot be read: What is recorded holds 'user' " + Whole, refused.Message);
    }

    // The first versions numbered the texts of a secret.
    [Theory]
    [InlineData("plan.account/0", "'0'")]
    [InlineData("plan.account/1t", "'1t'")]
    public async Task A_run_that_an_earlier_version_has_recorded_is_refused_for_that(string name, string told)
    {
        var left = await LeftAsync(Account("\"KEY-2\""), "KEY-2");
        var record = JsonElement.Parse("""{"plandsl:hidden":"\ue002\ue000NAME.\ue001"}""".Replace("NAME", name, StringComparison.Ordinal));

        var refused = await Assert.ThrowsAsync<JournalException>(() => ResumeAsync(
            [.. left.Select(happened => happened is StepSucceededEvent { StepPath: "a" } ended ? ended with { Result = record } : happened)], Account("\"KEY-2\"")));

        Assert.EndsWith($"{told} {Whole} If they are the same, an earlier version has recorded the run, which numbered the texts of a secret: it cannot be gone on with; run the plan anew.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_step_gave_another_plan_is_to_be_given_again()
    {
        using var directory = new TempDirectory();
        directory.Write("inner.plan.json", FilePlan.Quoted("{ 'inputs': { 'user': { 'type': 'string' } }, 'steps': [ { 'id': 'x', 'call': 'echo', 'with': { 'value': 1 } } ] }"));
        var plan = new FilePlan().Parse(
            FilePlan.Quoted("{ 'inputs': { 'account': { 'secret': true } }, 'steps': [ { 'id': 's', 'plan': 'inner', 'with': { 'user': '{{ inputs.account.user }}' } }, { 'id': 'w', 'wait': { 'signal': 'go' }, 'depends_on': ['s'] } ] }"), directory["outer.plan.json"]);
        var journal = new MemoryJournal();
        var run = plan.Start(Account("""{"user":"USER-1"}"""), new() { Journal = journal, RunId = RunId });
        await run.WhenStatus("w", StepStatus.Waiting);
        Assert.True(await run.TryLetGoAsync().Soon());

        var refused = await Assert.ThrowsAsync<JournalException>(() => plan.ResumeAsync(RunId, new() { Journal = journal }, Account("""{"keys":1}""")));

        Assert.StartsWith("Step 's' of run 'run-1' has run a plan, and what it handed to that cannot be made again: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'inputs.account' has no member 'user'", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(" Give the secrets as they were given when the run was started, and resume the run with the plan that it had.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_that_were_the_same_may_not_become_different_ones()
    {
        var left = await LeftAsync(new() { ["account"] = "SAME-1", ["other"] = "SAME-1" }, "SAME-1");

        var refused = await Assert.ThrowsAsync<JournalException>(() => ResumeAsync(left, new() { ["account"] = "ONE-1", ["other"] = "TWO-2" }));
        Assert.Contains("what was the secret 'plan.account' and the secret 'plan.other' at once, and these differ now.", refused.Message, StringComparison.Ordinal);

        var run = await ResumeAsync(left, new() { ["account"] = "BOTH-3", ["other"] = "BOTH-3" });
        Assert.Equal("BOTH-3", (await run.GetResultsAsync().Soon())["b"].GetString());
    }

    // The names of its members are told, as long as they are no secrets themselves.
    [Fact]
    public async Task A_member_that_is_called_as_a_secret_is_is_not_named()
    {
        const string First = """{"user":"alice-4711","pass_alice-4711":"KEY-2"}""";
        var left = await LeftAsync(Account(First), "alice-4711 KEY-2");
        Assert.All(left, static told => Assert.DoesNotMatch("4711|KEY", Text(told)));

        var run = await ResumeAsync(left, Account(First));
        Assert.Equal("alice-4711 KEY-2", (await run.GetResultsAsync().Soon())["b"].GetString());

        run = await ResumeAsync(left, Account("""{"user":"bob-0815","pass_bob-0815":"KEY-5"}"""));
        Assert.Equal("bob-0815 KEY-5", (await run.GetResultsAsync().Soon())["b"].GetString());

        var refused = await Assert.ThrowsAsync<JournalException>(() => ResumeAsync(left, Account("""{"user":"bob-0815","pass_alice-4711":"KEY-5"}""")));
        Assert.Contains("'pass_***' " + Whole, refused.Message, StringComparison.Ordinal);
    }

    private static JsonObject Account(string account) => new() { ["account"] = JsonNode.Parse(account) };

    // Left when its first step has printed something.
    private static async Task<PlanEvent[]> LeftAsync(JsonObject secrets, string printed)
    {
        var plans = new FilePlan();
        plans.Handlers.Add("print", (_, _) => new(JsonSerializer.SerializeToElement(printed)));
        var journal = new MemoryJournal();
        await plans.Parse(Plan).Start(secrets, new() { Journal = journal, RunId = RunId }).Completion.Soon().ConfigureAwait(false);
        var events = await journal.ReadAsync(RunId, 0).ToArrayAsync().ConfigureAwait(false);
        return [.. events.TakeWhile(static told => told is not StepStartedEvent { StepPath: "b" })];
    }

    private static async Task<InterpretedRun> ResumeAsync(PlanEvent[] left, JsonObject secrets)
    {
        var journal = new MemoryJournal();
        var run = await journal.CreateAsync(RunId).ConfigureAwait(false);
        foreach (var happened in left)
            run.Append(happened);
        await run.DisposeAsync().ConfigureAwait(false);
        var plans = new FilePlan();
        plans.Handlers.Add("print", static (_, _) => throw new InvalidOperationException("It is not to be called again."));
        return await plans.Parse(Plan).ResumeAsync(RunId, new() { Journal = journal }, secrets).ConfigureAwait(false);
    }

    // As a journal writes it.
    private static string Text(PlanEvent happened)
    {
        var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text))
            PlanEventJson.Write(writer, happened with { Time = default });
        return Encoding.UTF8.GetString(text.ToArray());
    }
}
