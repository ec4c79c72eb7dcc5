using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>The values of one run of an interpreted plan. A result is written before its step ends, and read by steps that start after that;
/// so the engine orders the two, and nothing else has to.</summary>
/// <param name="code">The plan.</param>
/// <param name="inputs">The inputs of the run.</param>
/// <param name="time">The time of the run.</param>
internal sealed partial class RunValues(PlanCode code, IReadOnlyDictionary<string, JsonElement> inputs, TimeProvider time)
{
    private static readonly Dictionary<string, string> NoVariables = new(StringComparer.Ordinal);

    private readonly JsonElement[] _results = new JsonElement[code.Steps.Length];

    // What members of groups and iterations have returned, which is nobody else's before the group or the loop has succeeded.
    private readonly Iterated[] _returned = code.KeepsApart ? new Iterated[code.Steps.Length] : [];

    /// <summary>The plan.</summary>
    public PlanCode Code => code;

    /// <summary>The inputs.</summary>
    public IReadOnlyDictionary<string, JsonElement> Inputs => inputs;

    /// <summary>The time of the run.</summary>
    public TimeProvider Time => time;

    /// <summary>What the run does not tell; <see langword="null"/> for nothing.</summary>
    public RunSecrets? Secrets { get; set; }

    /// <summary>Where what parts of steps leave is kept; <see langword="null"/> where nobody asks for it.</summary>
    public PartResults? Parts { get; init; }

    /// <summary>The way through the plan, where that depends on how its steps end.</summary>
    public FlowCursor? Flow { get; } = code.Flow is { } flow ? new(flow) : null;

    /// <summary>The environment variables that the plan sets for all its commands.</summary>
    public IReadOnlyDictionary<string, string> Environment => field ??= EnvironmentOf(code.Model.Environment, new(this, code.PlanPlace, null) { Environment = NoVariables });

    /// <summary>The result of a step, for another; the default value if it left none.</summary>
    public JsonElement ResultOf(int step) => code.Steps[step] switch
    {
        { Storage: not ResultStorage.Elements } => _results[step],
        { DropsResult: true } => default,
        _ => JoinedOf(step),
    };

    /// <summary>What the step itself has returned last.</summary>
    public JsonElement OwnResultOf(int step, StepContext context) => code.Steps[step] switch
    {
        { IsFanOut: true } => _fanOuts![step]!.ResultOf(context).Last,
        { Storage: ResultStorage.Result } => _results[step],
        _ => _returned[step].Last,
    };

    /// <summary>What the iteration before has returned: before the one that goes on, or, where that is judged, before the one that has ended.</summary>
    public JsonElement PreviousOf(CodePlace place, StepContext context)
    {
        if (context.Iteration <= 1)
            return default;
        var returned = code.Steps[place.Step].IsFanOut ? _fanOuts![place.Step]!.ResultOf(context) : _returned[place.Step];
        return place.Role is MethodRole.RepeatUntil ? returned.Before : returned.Last;
    }

    /// <summary>Where results are kept that go no way round, by step.</summary>
    public JsonElement[] Kept => _results;

    /// <summary>Keeps what the body of a step has returned that goes no way round.</summary>
    public void Keep(int step, JsonElement value) => _results[step] = value;

    /// <summary>Keeps what a body of a step has returned.</summary>
    public void Keep(StepCode step, StepContext context, JsonElement value)
    {
        if (step is { Storage: not ResultStorage.Result, DropsResult: false })
            Parts?.Keep(context.StepPath, value);
        if (step.IsFanOut)
            _fanOuts![step.Index]!.SetResult(context, Next(_fanOuts[step.Index]!.ResultOf(context), context, value));
        else if (step.Storage is ResultStorage.Result)
            context.Keep(value, ref _results[step.Index]);
        else
            context.Keep(Next(_returned[step.Index], context, value), ref _returned[step.Index]);
    }

    /// <summary>Keeps what the fallback of a step has returned.</summary>
    public void KeepFallback(StepCode step, StepContext context, JsonElement value)
    {
        if (step is { Storage: ResultStorage.Loop, DropsResult: false })
            context.Keep(value, ref _results[step.Index]);
        else
            Keep(step, context, value);
    }

    /// <summary>Makes what a loop has returned last its result.</summary>
    public void PublishLoop(StepCode step)
    {
        if (step is { Storage: ResultStorage.Loop, DropsResult: false })
            _results[step.Index] = _returned[step.Index].Last;
    }

    /// <summary>The results of the steps for which this holds; those of others are left out.</summary>
    public PlanResults Results(Func<int, bool> hasSucceeded)
    {
        var results = new JsonElement[_results.Length];
        for (var step = 0; step < results.Length; step++)
            results[step] = hasSucceeded(step) ? ResultOf(step) : default;
        return new(code.Keys, results);
    }

    /// <summary>The results of a run that has succeeded.</summary>
    /// <remarks>Nothing is written to them any more, so that they need not be copied.</remarks>
    public PlanResults Results()
    {
        if (code.FanOuts.Length == 0)
            return new(code.Keys, _results);
        var results = (JsonElement[])_results.Clone();
        foreach (var step in code.FanOuts)
            results[step] = ResultOf(step);
        return new(code.Keys, results);
    }

    private static Iterated Next(Iterated before, StepContext context, JsonElement value) => new(value, context.Iteration > 1 ? before.Last : default) { HasReturned = true };

    /// <summary>Environment variables with values inserted, over those of the plan; each may read those above it.</summary>
    public IReadOnlyDictionary<string, string> EnvironmentOf(EquatableArray<NamedTemplate> declared, StepScope values)
    {
        var outer = values.Environment ?? Environment;
        if (declared.IsEmpty)
            return outer;
        var environment = new Dictionary<string, string>(outer, StringComparer.Ordinal);
        values.Environment = environment;
        foreach (var (name, value) in declared)
            environment[name] = values.TextOf(value, $"env.{name}");
        return environment;
    }
}
