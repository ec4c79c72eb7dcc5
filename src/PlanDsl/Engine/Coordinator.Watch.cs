using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace PlanDsl;

/// <content>Those who watch the run from within, and what its bodies are given of the program around them.</content>
internal abstract partial class Coordinator
{
    private RunWatch? _watch;
    private ILoggerFactory? _loggers;

    /// <summary>Where services come from; <see langword="null"/> for nowhere.</summary>
    public IServiceProvider? Services { get; private set; }

    /// <summary>Who runs the agents of a compiled plan file; <see langword="null"/> for nobody.</summary>
    public IAgentRunner? Agents => _options?.Agents;

    /// <summary>How bodies of a compiled plan file make JSON of objects; <see langword="null"/> where nobody has said.</summary>
    public JsonSerializerOptions? JsonOptions => _options?.JsonOptions;

    /// <summary>What bodies log to.</summary>
    public ILogger Logger => field ??= _loggers?.CreateLogger(_plan.PlanId) ?? NullLogger.Instance;

    /// <summary>What is to surround the bodies; <see langword="null"/> for nothing.</summary>
    private protected RunWatch? BodyWatch => _watch is { SurroundsBodies: true } watch ? watch : null;

    /// <summary>The context in which bodies are to be called: that of whoever starts the run, with the span of the run.</summary>
    private protected ExecutionContext? CaptureContext() =>
        _watch is { } watch && _root == this ? watch.Context : ExecutionContext.Capture();

    private protected string PathOf(int step) => _steps.PathOf(step);

    /// <summary>What a body with a context is to its step.</summary>
    private protected BodyKind KindOf(int body) =>
        body < _plan.StepCount ? BodyKind.Step
        : _plan.Policies!.Any(policy => policy?.Compensation == body) ? BodyKind.Compensation
        : BodyKind.Fallback;

    private void NoteTransition(StepTable steps, int entry, StepStatus from, StepStatus to, StepTrigger trigger)
    {
        if (_watch is { IsHooked: true } watch)
            watch.Note(Identity, steps.PathOf(entry), from, to, trigger, _root._lastTime);
    }

    private void RequireServices(PlanOptions? options)
    {
        if (options?.Services is null && _plan.NeedsServices)
            throw new InvalidOperationException($"Steps of plan '{_plan.PlanId}' ask for services, and the run is given none: start it by Start(…, new PlanOptions {{ Services = … }}).");
    }

    private void RequireAgents(PlanOptions? options)
    {
        if (options?.Agents is null && _plan.NeedsAgents)
            throw new InvalidOperationException($"Steps of plan '{_plan.PlanId}' ask agents, and the run is given nobody who runs them: start it by Start(…, new PlanOptions {{ Agents = … }}).");
    }

    private void Watch(PlanOptions? options)
    {
        Services = options?.Services;
        _loggers = options?.LoggerFactory;
        if (_root != this)
        {
            _watch = _root._watch;
            return;
        }

        _watch = RunWatch.TryStart(_plan, Identity, _time, options);
        if (_watch is not null || _recorder is not null)
            _hub = new(_watch, _recorder);
    }
}
