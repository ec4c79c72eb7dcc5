using PlanDsl.Model;

namespace PlanDsl;

/// <summary>A run of an interpreted plan. Thread-safe.</summary>
public sealed class InterpretedRun : PlanRun<PlanResults>
{
    private readonly PlanRun<PlanResults> _run;
    private readonly RunValues _values;

    internal InterpretedRun(PlanRun<PlanResults> run, RunValues values) => (_run, _values) = (run, values);

    /// <inheritdoc/>
    public override string RunId => _run.RunId;

    /// <inheritdoc/>
    public override string PlanId => _run.PlanId;

    /// <inheritdoc/>
    public override Task<PlanOutcome<PlanResults>> Completion => _run.Completion;

    /// <inheritdoc/>
    public override IObservable<PlanEvent> Events => _run.Events;

    /// <inheritdoc/>
    public override IReadOnlyList<StepOutcome> Steps => _run.Steps;

    /// <summary>The results of the steps that have succeeded by now, also of a run that fails.</summary>
    public PlanResults ResultsSoFar
    {
        get
        {
            var succeeded = new HashSet<string>(StringComparer.Ordinal);
            Collect(_run.Steps, succeeded);
            return _values.Results(step => succeeded.Contains(_values.Code.Model.Steps[step].Id));
        }
    }

    /// <summary>The plan that is run.</summary>
    internal PlanModel Model => _values.Code.Model;

    /// <summary>What the run must not tell; <see langword="null"/> for nothing of its own.</summary>
    internal RunSecrets? Secrets => RunSecrets.Of(_values.Code, _values.Inputs, options: null);

    private protected override Task<PlanOutcome> UntypedCompletion => ((PlanRun)_run).Completion;

    /// <inheritdoc/>
    public override void Cancel() => _run.Cancel();

    /// <inheritdoc/>
    public override void CancelStep(string path) => _run.CancelStep(path);

    /// <summary>Gives a signal that brings a value, which a plan file knows as JSON: a <see cref="System.Text.Json.JsonElement"/>, a
    /// <see cref="System.Text.Json.Nodes.JsonNode"/>, a string, a number or a boolean. Otherwise as <see cref="PlanRun.Signal{T}"/>.</summary>
    /// <inheritdoc/>
    public override void Signal<T>(string name, T value) => _run.Signal(name, value);

    /// <inheritdoc/>
    public override void Signal(string name) => _run.Signal(name);

    /// <inheritdoc/>
    public override Task<bool> TryLetGoAsync() => _run.TryLetGoAsync();

    /// <inheritdoc/>
    public override Task<PlanResults> GetResultsAsync() => _run.GetResultsAsync();

    // A member's result is there for others only once its group has succeeded.
    private static void Collect(IReadOnlyList<StepOutcome> steps, HashSet<string> succeeded)
    {
        foreach (var step in steps)
        {
            if (step.Status is not StepStatus.Succeeded && step is not { Status: StepStatus.Partial, Error: null })
                continue;
            succeeded.Add(step.Id);
            foreach (var child in step.Children)
            {
                if (child.Status is StepStatus.Succeeded)
                    succeeded.Add(child.Id);
            }
        }
    }
}
