using System.Text.Json;
using Microsoft.Extensions.Logging;
using Polly.Registry;

namespace PlanDsl;

/// <summary>How a run is to be made. Read when the run starts; later changes have no effect on it.</summary>
public sealed class PlanOptions
{
    /// <summary>What both <see cref="CancelGrace"/> and <see cref="CompensationTimeout"/> are where nobody says otherwise.</summary>
    internal static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(30);

    /// <summary>The defaults.</summary>
    public PlanOptions()
    {
    }

    /// <summary>The same as others: to change what one run is to have of its own, and leave what all have in common.</summary>
    /// <param name="options">The others, which are not changed.</param>
    public PlanOptions(PlanOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        TimeProvider = options.TimeProvider;
        Observer = options.Observer;
        MaxParallel = options.MaxParallel;
        RunId = options.RunId;
        Pipelines = options.Pipelines;
        Services = options.Services;
        LoggerFactory = options.LoggerFactory;
        OnPlanTransition = options.OnPlanTransition;
        OnStepTransition = options.OnStepTransition;
        CancelGrace = options.CancelGrace;
        CompensationTimeout = options.CompensationTimeout;
        MaxDepth = options.MaxDepth;
        Agents = options.Agents;
        JsonOptions = options.JsonOptions;
        Parent = options.Parent;
        Journal = options.Journal;
        AllowChanged = options.AllowChanged;
        Files = options.Files;
        Origin = options.Origin;
    }

    /// <summary>Where all time comes from: that of events and outcomes, of timeouts and of delays between
    /// attempts. <see cref="TimeProvider.System"/> by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Observes the run from its first event on. It is called on the thread pool, one event at a time, and
    /// what it throws or how long it takes does not touch the run; see <see cref="PlanRun.Events"/>. None by default.</summary>
    public IObserver<PlanEvent>? Observer { get; set; }

    /// <summary>How many steps may run at once, 1 or more; the lesser of this and the plan's own bound holds.
    /// <see langword="null"/>, the default, leaves the plan's own.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int? MaxParallel
    {
        get;
        set
        {
            if (value < 1)
                throw new ArgumentOutOfRangeException(nameof(value), value, "MaxParallel must be 1 or more; null leaves the plan's own bound.");
            field = value;
        }
    }

    /// <summary>The run's id. A new one is made where it is <see langword="null"/>, the default.</summary>
    public string? RunId { get; set; }

    /// <summary>Where the pipelines are found that steps name. <see langword="null"/>, the default, is enough for a plan in
    /// which no step names one; any other does not start without. A name stands for a <see cref="Polly.ResiliencePipeline"/>, or,
    /// where there is none, for a <c>ResiliencePipeline&lt;object&gt;</c>, as a pipeline that hedges has to be built.</summary>
    public ResiliencePipelineProvider<string>? Pipelines { get; set; }

    /// <summary>Where the services come from that steps ask for. A plan in which a step asks for one does not start without.
    /// <see langword="null"/> by default.</summary>
    public IServiceProvider? Services { get; set; }

    /// <summary>Who runs the agents of a plan that was compiled from a plan file. A plan that has agent steps does not start without.
    /// <see langword="null"/> by default.</summary>
    public IAgentRunner? Agents { get; set; }

    /// <summary>How a plan that was compiled from a plan file makes JSON of objects, for agents, texts and arguments, and objects of JSON, for the
    /// parameters of methods. <see langword="null"/>, the default, for names in snake_case by reflection. A trimmed program, and one that is
    /// compiled ahead of time, gives options with a context that the compiler has generated. Texts, numbers and truth values ask for none.</summary>
    public JsonSerializerOptions? JsonOptions { get; set; }

    /// <summary>Where the run is logged, and what bodies log by <see cref="StepContext.Logger"/>. <see langword="null"/>, the
    /// default, for nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Is told of every transition of the run's coordinator, and of those of its sub-plans. None by default.</summary>
    /// <remarks>Hooks are called when the transition has been made, in order, one at a time, by a thread of the run, and not
    /// by one that cancels it or gives it a signal. What they throw is lost. The run waits for them before it completes, so they must not wait for it.</remarks>
    public Action<PlanTransition>? OnPlanTransition { get; set; }

    /// <summary>Is told of every transition of a step, as <see cref="OnPlanTransition"/> is. None by default.</summary>
    public Action<StepTransition>? OnStepTransition { get; set; }

    /// <summary>How long a body may go on after its token was cancelled before the run goes on without it: its step ends, marked
    /// <see cref="StepOutcome.IsAbandoned"/>, and its slot is free again. 30 seconds by default;
    /// <see cref="Timeout.InfiniteTimeSpan"/> to wait as long as it takes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative and not infinite.</exception>
    public TimeSpan CancelGrace
    {
        get;
        set
        {
            if (value < TimeSpan.Zero && value != Timeout.InfiniteTimeSpan)
                throw new ArgumentOutOfRangeException(nameof(value), value, "CancelGrace must not be negative; Timeout.InfiniteTimeSpan waits for every body.");
            field = value;
        }
    } = DefaultPatience;

    /// <summary>How long each compensation may take. 30 seconds by default; <see cref="Timeout.InfiniteTimeSpan"/> for no bound.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero, or negative and not infinite.</exception>
    public TimeSpan CompensationTimeout
    {
        get;
        set
        {
            if (value <= TimeSpan.Zero && value != Timeout.InfiniteTimeSpan)
                throw new ArgumentOutOfRangeException(nameof(value), value, "CompensationTimeout must be positive; Timeout.InfiniteTimeSpan sets no bound.");
            field = value;
        }
    } = DefaultPatience;

    /// <summary>How deep sub-plans may be nested, the plan itself counted as 1; the lesser of this and the plan's own bound
    /// holds. <see langword="null"/>, the default, leaves the plan's own.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int? MaxDepth
    {
        get;
        set
        {
            if (value < 1)
                throw new ArgumentOutOfRangeException(nameof(value), value, "MaxDepth must be 1 or more; null leaves the plan's own bound.");
            field = value;
        }
    }

    /// <summary>Where the run is recorded, so that it can be resumed if this process dies, or lets it go. What a body has returned is recorded
    /// before anything starts that it made ready. <see langword="null"/>, the default, for nowhere, at no cost.</summary>
    public IPlanJournal? Journal { get; set; }

    /// <summary>Where the complete output of the commands of a plan that was compiled from a plan file is kept, and which processes they are: a run
    /// that is resumed ends those that have outlived its process. <see langword="null"/>, the default, for nowhere, at no cost.</summary>
    public RunFiles? Files { get; set; }

    /// <summary>Whether a run is resumed although its plan has changed since, as long as every step that it has begun is still there, of the
    /// same kind, and returns what it did. <see langword="false"/> by default.</summary>
    public bool AllowChanged { get; set; }

    /// <summary>What whoever starts the run has to know to go on with it later, recorded as it stands with how the run was made: it must tell
    /// no secrets. <see langword="null"/> for nothing.</summary>
    internal JsonElement? Origin { get; set; }

    /// <summary>What a run that is resumed has done before, and who records how it goes on.</summary>
    internal RunRecorder? Recorder { get; set; }

    /// <summary>The attempt of another plan's step that this run is part of: it then shares that run's id, events, slots,
    /// deadline and cancellation. <see langword="null"/>, the default, for a run of its own.</summary>
    public StepContext? Parent { get; set; }
}
