using PlanDsl.Model;

namespace PlanDsl.Tests;

/// <summary>A plan put together in a test: steps by id, each with its body.</summary>
internal sealed partial class TestPlan
{
    private readonly List<StepModel> _steps = [];
    private readonly List<Func<CancellationToken, ValueTask>> _bodies = [];
    private readonly Dictionary<int, Func<StepContext, Task>> _governed = [];

    public string Id { get; init; } = "test";

    public int? MaxParallel { get; init; }

    public int MaxSteps { get; init; }

    public string? Timeout { get; init; }

    public string? DefaultTimeout { get; init; }

    public PlanTable Table => field ??= Tables.Of(Model, Policies, Groups, MaxSteps);

    public DelegateProgram Program
    {
        get
        {
            var bodies = _bodies.ToArray();
            var governed = _governed.ToDictionary();
            var named = _named.ToArray();
            var decisions = _decisions.ToArray();
            var fanOuts = _fanOuts.ToDictionary();
            return new(
                Table,
                (step, cancellationToken) => bodies[step](cancellationToken),
                (body, context) => body >= bodies.Length ? new(named[body - bodies.Length](context))
                    : governed.TryGetValue(body, out var step) ? new(step(context))
                    : bodies[body](context.CancellationToken),
                (decision, context) => decisions[decision](context),
                step => fanOuts[step]());
        }
    }

    private PlanModel Model => new()
    {
        Id = Id,
        MaxParallel = MaxParallel,
        Timeout = DurationOf(Timeout),
        DefaultTimeout = DurationOf(DefaultTimeout),
        Steps = _steps.ToEquatableArray(),
    };

    public TestPlan Sync(string id, Action body, string[]? after = null, FailurePolicy? onFailure = null, bool? critical = null) =>
        Add(id, isAsync: false, after, onFailure, critical, _ =>
        {
            body();
            return default;
        });

    public TestPlan Async(string id, Func<CancellationToken, Task> body, string[]? after = null, FailurePolicy? onFailure = null, bool? critical = null) =>
        Add(id, isAsync: true, after, onFailure, critical, cancellationToken => new(body(cancellationToken)));

    public TestPlan Async(string id, Gate gate, string[]? after = null, FailurePolicy? onFailure = null, bool? critical = null) =>
        Async(id, gate.EnterAsync, after, onFailure, critical);

    /// <summary>A step whose body takes the context of its attempt.</summary>
    public TestPlan Governed(string id, Func<StepContext, Task> body, StepPolicy? policy = null, string[]? after = null, FailurePolicy? onFailure = null)
    {
        _governed[_steps.Count] = body;
        Add(id, isAsync: true, after, onFailure, critical: null, static _ => default);
        _steps[^1] = _steps[^1].With(policy) with { Parameters = [Tables.Context] };
        return this;
    }

    /// <summary>Gives the step added last a policy.</summary>
    public TestPlan With(StepPolicy policy)
    {
        _steps[^1] = _steps[^1].With(policy);
        return this;
    }

    public PlanRun Start(PlanOptions? options = null, CancellationToken cancellationToken = default) =>
        PlanEngine.Start(Program, options, cancellationToken);

    public PlanRun<string> StartTyped(CancellationToken cancellationToken = default) =>
        PlanEngine.Start<ProgramWithResults<string>, string>(new(Program, static () => "results"), null, cancellationToken);

    public Task<string> RunAsync(CancellationToken cancellationToken = default) =>
        PlanEngine.RunAsync<ProgramWithResults<string>, string>(new(Program, static () => "results"), cancellationToken);

    public Task<string> RunAsync(TimeProvider time, CancellationToken cancellationToken = default) =>
        PlanEngine.RunAsync<ProgramWithResults<string>, string>(new(Program, static () => "results"), time, cancellationToken);

    private static Duration? DurationOf(string? text) => text is null ? null : new(text);

    private TestPlan Add(string id, bool isAsync, string[]? after, FailurePolicy? onFailure, bool? critical, Func<CancellationToken, ValueTask> body)
    {
        _steps.Add(new()
        {
            Id = id,
            IsAsync = isAsync,
            DependsOn = (after ?? []).ToEquatableArray(),
            OnFailure = onFailure,
            Critical = critical,
            Parameters = isAsync ? [Tables.Token] : [],
        });
        _bodies.Add(body);
        return this;
    }
}
