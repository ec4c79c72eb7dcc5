namespace PlanDsl;

/// <summary>Runs plans. Any number of runs may go on at once; each is thread-safe.</summary>
public static class PlanEngine
{
    /// <summary>Starts a run and returns promptly: bodies that return tasks are started on this thread up to their first
    /// await, synchronous ones are left to the thread pool and to the threads on which others return.</summary>
    /// <param name="program">The plan and its bodies.</param>
    /// <param name="options">How the run is to be made; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run, as <see cref="PlanRun.Cancel"/> does.</param>
    /// <returns>The run. Failures of steps are told by its outcome, never thrown.</returns>
    /// <exception cref="InvalidOperationException">A step names a pipeline, and <see cref="PlanOptions.Pipelines"/> is not set;
    /// or one asks for a service, and <see cref="PlanOptions.Services"/> is not.</exception>
    /// <exception cref="KeyNotFoundException">A step names a pipeline that <see cref="PlanOptions.Pipelines"/> does not hold.</exception>
    public static PlanRun Start<TProgram>(TProgram program, PlanOptions? options = null, CancellationToken cancellationToken = default)
        where TProgram : struct, IPlanProgram =>
        RunSecrets.Of(program, options) is { } secrets
            ? Launch<MaskedProgram>(new(program, secrets), options, cancellationToken)
            : Launch(program, options, cancellationToken);

    /// <summary>Starts a run with typed results; otherwise as <see cref="Start{TProgram}"/>.</summary>
    /// <param name="program">The plan and its bodies.</param>
    /// <param name="options">How the run is to be made; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run, as <see cref="PlanRun.Cancel"/> does.</param>
    /// <returns>The run. Failures of steps are told by its outcome, never thrown.</returns>
    /// <exception cref="InvalidOperationException">A step names a pipeline, and <see cref="PlanOptions.Pipelines"/> is not set;
    /// or one asks for a service, and <see cref="PlanOptions.Services"/> is not.</exception>
    /// <exception cref="KeyNotFoundException">A step names a pipeline that <see cref="PlanOptions.Pipelines"/> does not hold.</exception>
    public static PlanRun<TResults> Start<TProgram, TResults>(TProgram program, PlanOptions? options = null, CancellationToken cancellationToken = default)
        where TProgram : struct, IPlanProgram<TResults> =>
        Start<TProgram, TResults>(program, RunSecrets.Of(program, options), options, cancellationToken);

    /// <summary>Runs a plan on this thread, as any async method runs, until there is nothing left but to wait.</summary>
    /// <param name="program">The plan and its bodies.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <returns>The results.</returns>
    /// <exception cref="PlanFailedException">The run failed; the exception carries the outcome of every step.</exception>
    /// <exception cref="PlanCanceledException">The run was cancelled.</exception>
    /// <exception cref="InvalidOperationException">A step names a pipeline or asks for a service; such a plan is to be started with
    /// <see cref="PlanOptions.Pipelines"/> or <see cref="PlanOptions.Services"/>. Thrown at once.</exception>
    public static Task<TResults> RunAsync<TProgram, TResults>(TProgram program, CancellationToken cancellationToken = default)
        where TProgram : struct, IPlanProgram<TResults> =>
        RunAsync<TProgram, TResults>(program, RunSecrets.Of(program, options: null), cancellationToken);

    /// <summary>The same for what is not to tell these.</summary>
    internal static Task<TResults> RunAsync<TProgram, TResults>(TProgram program, RunSecrets? secrets, CancellationToken cancellationToken)
        where TProgram : struct, IPlanProgram<TResults> =>
        secrets is null
            ? RunAsync<TProgram, TResults>(program, TimeProvider.System, cancellationToken)
            : Await<MaskedProgram<TResults>, TResults>(new(program, secrets), options: null, cancellationToken);

    /// <summary>The same in a time of its own. For tests.</summary>
    internal static Task<TResults> RunAsync<TProgram, TResults>(TProgram program, TimeProvider time, CancellationToken cancellationToken)
        where TProgram : struct, IPlanProgram<TResults>
    {
        if (program.Table.IsExpress && !RunWatch.IsWanted && !cancellationToken.IsCancellationRequested)
        {
            return program.Table.Order is { } order
                ? new SerialRun<TProgram, TResults>(program, order, cancellationToken).Launch()
                : new ExpressRun<TProgram, TResults>(program, time, cancellationToken).Launch();
        }

        return Await<TProgram, TResults>(program, ReferenceEquals(time, TimeProvider.System) ? null : new() { TimeProvider = time }, cancellationToken);
    }

    /// <summary>Starts a run that is not to tell these; otherwise as the one above.</summary>
    internal static PlanRun<TResults> Start<TProgram, TResults>(TProgram program, RunSecrets? secrets, PlanOptions? options, CancellationToken cancellationToken)
        where TProgram : struct, IPlanProgram<TResults> =>
        secrets is null
            ? Launch<TProgram, TResults>(program, options, cancellationToken)
            : Launch<MaskedProgram<TResults>, TResults>(new(program, secrets), options, cancellationToken);

    /// <summary>Makes a cold observable of runs: each subscription starts a run and is given its events, and disposing the
    /// subscription cancels that run.</summary>
    /// <param name="start">Starts a run with these options under this token.</param>
    public static IObservable<PlanEvent> Observe(Func<PlanOptions, CancellationToken, PlanRun> start)
    {
        ArgumentNullException.ThrowIfNull(start);
        return new ObservedRuns(start);
    }

    private static StartedRun Launch<TProgram>(TProgram program, PlanOptions? options, CancellationToken cancellationToken)
        where TProgram : struct, IPlanProgram
    {
        var run = new OutcomeRun<TProgram>(program, options);
        run.Launch(WorkerKind.Starter, cancellationToken);
        return new(run, run.Completion);
    }

    private static StartedRun<TResults> Launch<TProgram, TResults>(TProgram program, PlanOptions? options, CancellationToken cancellationToken)
        where TProgram : struct, IPlanProgram<TResults>
    {
        var run = new OutcomeRun<TProgram, TResults>(program, options);
        run.Launch(WorkerKind.Starter, cancellationToken);
        return new(run, run.Completion, cancellationToken);
    }

    private static Task<TResults> Await<TProgram, TResults>(TProgram program, PlanOptions? options, CancellationToken cancellationToken)
        where TProgram : struct, IPlanProgram<TResults>
    {
        var run = new ResultsRun<TProgram, TResults>(program, options, cancellationToken);
        run.Launch(WorkerKind.Free, cancellationToken);
        return run.Completion;
    }
}
