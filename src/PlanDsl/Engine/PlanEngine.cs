using System.ComponentModel;

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

    /// <summary>Goes on with a run that was left: by a process that died, or that let it go. What is recorded to have ended is not done again;
    /// what had started and not ended starts again, with the same <see cref="StepContext.IdempotencyKey"/>. For generated code.</summary>
    /// <param name="runId">The run's id.</param>
    /// <param name="program">Makes the plan and its bodies of the inputs that the run was given; called twice, first with inputs that are nobody's,
    /// by which nothing is run.</param>
    /// <param name="options">How the run is to go on, with the <see cref="PlanOptions.Journal"/> in which it is recorded.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <returns>The run.</returns>
    /// <exception cref="RunNotFoundException">The journal has no such run.</exception>
    /// <exception cref="RunClaimedException">Somebody executes the run.</exception>
    /// <exception cref="RunCompletedException">The run has ended.</exception>
    /// <exception cref="PlanChangedException">The plan is not what it was.</exception>
    /// <exception cref="JournalException">The journal cannot be read or written.</exception>
    /// <exception cref="ArgumentException">There is no journal, or the run is one of another plan.</exception>
    /// <exception cref="InvalidOperationException">An input was not recorded, or is of another type now; otherwise as
    /// <see cref="Start{TProgram, TResults}(TProgram, PlanOptions?, CancellationToken)"/>.</exception>
    [EditorBrowsable(EditorBrowsableState.Advanced)]
    public static async Task<PlanRun<TResults>> ResumeAsync<TProgram, TResults>(
        string runId, Func<RecordedInputs, TProgram> program, PlanOptions options, CancellationToken cancellationToken = default)
        where TProgram : struct, IPlanProgram<TResults>
    {
        ArgumentNullException.ThrowIfNull(program);
        var nobodys = program(RecordedInputs.OfNobody);
        var resumption = await RunResumption.ClaimAsync(runId, nobodys.Table, options, cancellationToken).ConfigureAwait(false);
        return await resumption.GoOnAsync(nobodys.Table.Shape ??= PlanShape.Of(nobodys), options, GoOn).ConfigureAwait(false);

        PlanRun<TResults> GoOn(PlanOptions resumed)
        {
            var inputs = RecordedInputs.Of(resumption.Record.Created, RunSecrets.Of(nobodys, options: null), options.JsonOptions);
            return Start<TProgram, TResults>(program(inputs), resumed, cancellationToken);
        }
    }

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
