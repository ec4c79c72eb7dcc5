using Polly;
using Polly.Registry;

namespace PlanDsl.Tests;

/// <summary>A pipeline that calls the body as a test says: under a token of its choice, and when and how often it likes. As a
/// strategy of others may, it gives each call a context that knows nothing.</summary>
/// <param name="how">Makes the calls, each of which brings what it has failed with, and says what the pipeline ends with.</param>
internal sealed class CallingStrategy(Func<Func<CancellationToken, Task<Exception?>>, CancellationToken, Task<Exception?>> how) : ResilienceStrategy
{
    /// <summary>Registers such a pipeline.</summary>
    public static void Register(ResiliencePipelineRegistry<string> pipelines, string name, Func<Func<CancellationToken, Task<Exception?>>, CancellationToken, Task<Exception?>> how) =>
        pipelines.TryAddBuilder(name, (builder, _) => builder.AddStrategy(_ => new CallingStrategy(how), new Options()));

    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        var failure = await how(CallAsync, context.CancellationToken).ConfigureAwait(false);
        return failure is null ? Outcome.FromResult<TResult>(default) : Outcome.FromException<TResult>(failure);

        async Task<Exception?> CallAsync(CancellationToken cancellationToken) =>
            (await callback(ResilienceContextPool.Shared.Get(cancellationToken), state).ConfigureAwait(false)).Exception;
    }

    private sealed class Options() : ResilienceStrategyOptions;
}
