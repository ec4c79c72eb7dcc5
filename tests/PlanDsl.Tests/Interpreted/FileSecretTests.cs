using System.Reactive.Linq;
using System.Reactive.Threading.Tasks;
using System.Text.Json;
using System.Text.Json.Nodes;
using Polly;
using Polly.Registry;
using Polly.Retry;

namespace PlanDsl.Tests;

/// <summary>No failure tells what a secret input was given.</summary>
public sealed class FileSecretTests : IDisposable
{
    private const string Secret = "s3cr\"3t";

    private readonly TempDirectory _directory = new();
    private readonly FilePlan _plans = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("'command': 'sh', 'args': ['-c', 'echo $1; echo bad $1 >&2; exit 3', 'sh', '${token}']", FailureKind.ExitCode, "bad ***")]
    [InlineData("'command': 'tool-${token}'", FailureKind.NotFound, "'tool-***'")]
    [InlineData("'command': 'true', 'cwd': '/nowhere/${token}'", FailureKind.NotFound, "'/nowhere/***'")]
    [InlineData("'call': 'fail', 'with': { 'message': 'refused: ${token}' }", FailureKind.Exception, "refused: ***")]
    [InlineData("'call': 'fail_later', 'with': { 'message': 'refused: {{ inputs }}' }", FailureKind.Exception, "It has failed.")]
    [InlineData("'call': 'fail', 'with': { 'message': 'refused: {{ inputs }}' }", FailureKind.Exception, "refused: {\"token\":\"***\"}")]
    [InlineData("'agent': { 'agent_id': 'a', 'prompt': '${token}' }", FailureKind.Exception, "no ***")]
    [InlineData("'call': 'echo', 'repeat_until': 'iteration > 1', 'max_iterations': 1, 'fallback': { 'call': 'fail', 'with': { 'message': '${token}' } }", FailureKind.Exhausted, "***")]
    public async Task A_failure_leaves_it_out(string step, FailureKind kind, string said)
    {
        var outcome = await Outcome(step);

        Assert.Equal(kind, outcome.Error!.Kind);
        Assert.Contains(said, outcome.Error.Message, StringComparison.Ordinal);
        for (var fault = outcome.Error.Exception; fault is not null; fault = fault.InnerException)
        {
            Assert.DoesNotContain("s3cr", fault.ToString(), StringComparison.Ordinal);
            if (fault is ExitCodeException exited)
                Assert.DoesNotContain("s3cr", exited.Stdout + exited.Stderr, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task What_is_left_of_one_where_output_was_cut_is_left_out(int left, int exitCode)
    {
        var outcome = await Outcome(Torn(left, exitCode));

        string[] tails = outcome.Error?.Exception is ExitCodeException failed
            ? [failed.Stdout, failed.Stderr]
            : [outcome.Results!["a"].GetProperty("stdout").GetString()!, outcome.Results["a"].GetProperty("stderr").GetString()!];
        Assert.Equal(exitCode == 0, outcome.Succeeded);
        Assert.All(tails, static tail => Assert.StartsWith("y\ny\n", tail, StringComparison.Ordinal));
    }

    public static TheoryData<int, int> Cuts
    {
        get
        {
            var cuts = new TheoryData<int, int>();
            for (var left = 1; left < Secret.Length; left++)
            {
                cuts.Add(left, 0);
                cuts.Add(left, 3);
            }

            return cuts;
        }
    }

    // 64 KiB are kept: of the secret its end, and lines of two bytes behind it.
    private static string Torn(int left, int exitCode) =>
        $"'command': 'sh', 'args': ['-c', 'write() {{ printf %s $1; yes | head -c {OutputTail.Bound - left}; }}; write $1; write $1 >&2; exit {exitCode}', 'sh', '${{token}}']";

    [Fact]
    public async Task It_is_left_out_also_where_it_was_handed_to_another_plan()
    {
        _directory.Write("inner.plan.json", FilePlan.Quoted("{ 'inputs': { 'text': { 'type': 'string' } }, 'steps': [ { 'id': 'b', 'call': 'fail', 'with': { 'message': 'refused: ${text}' } } ] }"));

        var outcome = await Outcome("'plan': 'inner', 'with': { 'text': '${token}' }");

        Assert.Equal("refused: ***", outcome.Steps[0].Children[0].Error!.Message);
        Assert.DoesNotContain("s3cr", outcome.Error!.Exception!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_undone_leaves_it_out_too()
    {
        var outcome = await Outcome("'call': 'echo', 'compensate': { 'call': 'fail', 'with': { 'message': 'kept ${token}' } } }, { 'id': 'b', 'depends_on': ['a'], 'call': 'fail'");

        Assert.Equal("kept ***", outcome.Steps[0].Compensation!.Error!.Message);
    }

    [Fact]
    public async Task A_pipeline_sees_what_was_thrown_and_what_comes_out_of_it_tells_nothing()
    {
        var pipelines = new ResiliencePipelineRegistry<string>();
        pipelines.TryAddBuilder("again", static (builder, _) => builder.AddRetry(new() { MaxRetryAttempts = 1, Delay = TimeSpan.Zero, ShouldHandle = new PredicateBuilder().Handle<InvalidOperationException>() }));
        var text = FilePlan.Quoted("{ 'inputs': { 'token': { 'type': 'string', 'secret': true } }, 'steps': [ { 'id': 'a', 'call': 'fail', 'with': { 'message': 'refused: ${token}' }, 'pipeline': 'again' } ] }");

        var outcome = await _plans.Start(text, new() { ["token"] = Secret }, new() { Pipelines = pipelines }).Completion.Soon();

        Assert.Equal(2, _plans.Calls.Count);
        Assert.Equal("refused: ***", outcome.Error!.Message);
        Assert.DoesNotContain("s3cr", outcome.Error.Exception!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_body_says_of_its_progress_leaves_it_out()
    {
        _plans.Handlers.AddWithContext("tell", static (with, context) =>
        {
            context.ReportProgress(0.5, $"half of {with.GetProperty("what").GetString()}");
            return new(with);
        });
        var run = _plans.Parse(FilePlan.Quoted("{ 'inputs': { 'token': { 'type': 'string', 'secret': true } }, 'steps': [ { 'id': 'w', 'wait': { 'signal': 'go' } }, { 'id': 'a', 'call': 'tell', 'with': { 'what': '${token}' }, 'depends_on': ['w'] } ] }"))
            .Start(new JsonObject { ["token"] = Secret });
        var progress = run.Events.OfType<StepProgressEvent>().FirstAsync().ToTask();
        run.Signal("go");

        Assert.Equal("half of ***", (await progress.Soon()).Message);
    }

    // A message shows no more of a long text than a line can hold.
    [Theory]
    [InlineData("", 8)]
    [InlineData("", 40)]
    [InlineData("", 41)]
    [InlineData("", 80)]
    [InlineData("some-35-characters-come-before-it-x", 20)]
    public async Task What_is_said_of_the_members_of_a_value_leaves_it_out_however_long_it_is(string before, int length)
    {
        _plans.Handlers.Add("name", static (with, _) => new(JsonElement.Parse($$"""{ "{{with.GetProperty("name").GetString()}}": 1 }""")));
        var text = FilePlan.Quoted("{ 'inputs': { 'token': { 'type': 'string', 'secret': true } }, 'steps': [ { 'id': 'a', 'call': 'name', 'with': { 'name': '${token}' } }, { 'id': 'b', 'call': 'echo', 'condition': 'a.yy == 1' } ] }"
            .Replace("${token}", before + "${token}", StringComparison.Ordinal));

        var outcome = await _plans.Start(text, new() { ["token"] = "sk-live-".PadRight(length, '7') }).Completion.Soon();

        Assert.Equal(FailureKind.Condition, outcome.Error!.Kind);
        Assert.StartsWith("The condition of step 'b' has no answer: ", outcome.Error.Message, StringComparison.Ordinal);
        Assert.Contains("'a' has no member 'yy'; ", outcome.Error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-l", outcome.Error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, Func<string, Exception>> Telling => new()
    {
        { "a property", static token => new FileNotFoundException("There is none.", token) },
        { "its data", static token => new InvalidOperationException("It has failed.") { Data = { ["token"] = token } } },
        { "a name in its data", static token => new InvalidOperationException("It has failed.") { Data = { [token] = 1 } } },
        { "what it says of itself", static token => new Told(token) },
        { "what it was caused by", static token => new InvalidOperationException("It has failed.", new Told(token)) },
        { "one of many", static token => new AggregateException("They have failed.", new FormatException("It has, too."), new Told(token)) },
    };

    [Theory]
    [MemberData(nameof(Telling))]
    public async Task What_else_an_exception_tells_leaves_it_out(string where, Func<string, Exception> failure)
    {
        _plans.Handlers.Add("tell", (with, _) => throw failure(with.GetProperty("message").GetString()!));

        var outcome = await Outcome("'call': 'tell', 'with': { 'message': '${token}' }");

        for (var fault = outcome.Error!.Exception; fault is not null; fault = fault.InnerException)
        {
            Assert.False(fault.ToString().Contains("s3cr", StringComparison.Ordinal), where);
            Assert.Empty(fault.Data);
        }
    }

    [Fact]
    public async Task An_exception_that_cannot_say_what_it_is_is_not_shown()
    {
        _plans.Handlers.Add("tell", (_, _) => throw new Mute());

        var outcome = await Outcome("'call': 'tell'");

        Assert.Equal(FailureKind.Exception, outcome.Error!.Kind);
        Assert.IsNotType<Mute>(outcome.Error.Exception);
    }

    [Fact]
    public async Task A_cancellation_that_was_asked_for_stays_one()
    {
        var text = FilePlan.Quoted("{ 'inputs': { 'token': { 'type': 'string', 'secret': true } }, 'steps': [ { 'id': 'a', 'call': 'wait' } ] }");
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _plans.Handlers.Add("wait", async (_, cancellationToken) =>
        {
            var cancelled = new TaskCompletionSource();
            await using (cancellationToken.Register(cancelled.SetResult))
            {
                started.SetResult();
                await cancelled.Task;
            }

            throw new OperationCanceledException(Secret, cancellationToken);
        });

        var run = _plans.Start(text, new() { ["token"] = Secret });
        await started.Task.Soon();
        run.Cancel();

        Assert.Equal(StepStatus.Cancelled, (await run.Completion.Soon()).Steps[0].Status);
    }

    private async Task<PlanOutcome<PlanResults>> Outcome(string step)
    {
        _plans.Options.Agents = new Refusing();
        _plans.Handlers.Add("fail_later", async (with, _) =>
        {
            await Task.Yield();
            throw new InvalidOperationException("It has failed.", new FormatException(with.GetProperty("message").GetString()));
        });
        var path = _directory.Write("test.plan.json", FilePlan.Quoted($"{{ 'inputs': {{ 'token': {{ 'type': 'string', 'secret': true }} }}, 'steps': [ {{ 'id': 'a', {step} }} ] }}"));
        return await InterpretedPlan.Load(path, _plans.Options).Start(new JsonObject { ["token"] = Secret }).Completion.Soon().ConfigureAwait(false);
    }

    private sealed class Told(string token) : Exception("It has failed.")
    {
        public override string ToString() => $"told {token}";
    }

    private sealed class Mute() : Exception("It has failed.")
    {
        public override string ToString() => throw new NotSupportedException();
    }

    private sealed class Refusing : IAgentRunner
    {
        public Task<JsonElement> RunAsync(AgentRequest request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException($"no {request.Prompt}");
    }
}
