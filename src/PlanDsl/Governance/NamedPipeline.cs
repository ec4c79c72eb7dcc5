using Polly;
using Polly.Registry;

namespace PlanDsl;

/// <summary>A pipeline that a step names. Some of Polly's strategies, such as hedging, exist only in pipelines of a result; since
/// a step keeps its result itself, such a pipeline is one of any object, and sees of a step that it has returned.</summary>
internal readonly struct NamedPipeline
{
    /// <summary>What a pipeline sees as the result of a body that has returned.</summary>
    public static readonly object Returned = new();

    private readonly ResiliencePipeline? _untyped;
    private readonly ResiliencePipeline<object>? _typed;

    private NamedPipeline(ResiliencePipeline? untyped, ResiliencePipeline<object>? typed)
    {
        _untyped = untyped;
        _typed = typed;
    }

    /// <summary>The pipeline of this name; <see langword="null"/> if there is none.</summary>
    public static NamedPipeline? Find(ResiliencePipelineProvider<string> pipelines, string name) =>
        pipelines.TryGetPipeline(name, out var untyped) ? new(untyped, null)
        : pipelines.TryGetPipeline<object>(name, out var typed) ? new(null, typed)
        : null;

    /// <summary>Has the pipeline execute this; what it ends with, <see langword="null"/> if it says that all is well.</summary>
    public async ValueTask<Exception?> FailureAsync<TState>(Func<ResilienceContext, TState, ValueTask<Outcome<object>>> callback, ResilienceContext context, TState state)
    {
        var execution = _typed is null ? _untyped!.ExecuteOutcomeAsync(callback, context, state) : _typed.ExecuteOutcomeAsync(callback, context, state);
        return (await execution.ConfigureAwait(false)).Exception;
    }
}
