using PlanDsl.Model;

namespace PlanDsl.Tests;

/// <summary>A plan put together in a test: steps by id, each with its body.</summary>
internal sealed class TestPlan
{
    private readonly List<StepModel> _steps = [];
    private readonly List<Func<CancellationToken, ValueTask>> _bodies = [];

    public int? MaxParallel { get; init; }

    public PlanTable Table => field ??= PlanTable.From(Model);

    public DelegateProgram Program
    {
        get
        {
            var bodies = _bodies.ToArray();
            return new(Table, (step, cancellationToken) => bodies[step](cancellationToken));
        }
    }

    private PlanModel Model => new() { Id = "test", MaxParallel = MaxParallel, Steps = _steps.ToEquatableArray() };

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

    public PlanRun Start(PlanOptions? options = null, CancellationToken cancellationToken = default) =>
        PlanEngine.Start(Program, options, cancellationToken);

    public Task<string> RunAsync(CancellationToken cancellationToken = default) =>
        PlanEngine.RunAsync<ProgramWithResults<string>, string>(new(Program, static () => "results"), cancellationToken);

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
