using Polly;
using Polly.Retry;

namespace PlanDsl;

/// <summary>The retries of a plan's steps, as pipelines that all of its runs share. Thread-safe.</summary>
internal sealed class RetryPipelines(StepPolicy?[] policies)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan GreatestDelay = TimeSpan.FromSeconds(60);

    // What Polly accepts for a delay.
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    // After so many, the first delay has outgrown every bound.
    private const int MostDoublings = 20;

    private readonly ResiliencePipeline?[] _onSystemTime = new ResiliencePipeline?[policies.Length];

    /// <summary>The retries of a step that has some.</summary>
    public ResiliencePipeline Of(int step, TimeProvider time) => ReferenceEquals(time, TimeProvider.System)
        ? _onSystemTime[step] ??= Build(policies[step]!, time)
        : Build(policies[step]!, time);

    /// <summary>Those that are left to a step of which attempts have failed before its run was resumed.</summary>
    public static ResiliencePipeline Rest(StepPolicy policy, int failed, TimeProvider time) => Build(policy, time, failed);

    private static ResiliencePipeline Build(StepPolicy policy, TimeProvider time, int failed = 0)
    {
        var options = new RetryStrategyOptions
        {
            MaxRetryAttempts = policy.Retries - failed,
            ShouldHandle = static failed => new(GovernedStep.Of(failed.Context).IsRetried(failed.Outcome.Exception)),
            OnRetry = static failed =>
            {
                GovernedStep.Of(failed.Context).Wait(GovernedStep.AttemptOf(failed.Context), failed.Outcome.Exception!, failed.RetryDelay);
                return default;
            },
        };
        if (policy.RetryBackoff is RetryBackoff.Exponential)
        {
            options.BackoffType = DelayBackoffType.Exponential;
            options.UseJitter = true;
            options.MaxDelay = Least(policy.RetryMaxDelay ?? GreatestDelay, Day);
            options.Delay = Least((policy.RetryDelay ?? FirstDelay) * Math.Pow(2, Math.Min(failed, MostDoublings)), options.MaxDelay.Value);
        }
        else
        {
            var delay = Least(policy.RetryDelay ?? TimeSpan.Zero, OneShot.Longest);
            options.DelayGenerator = _ => new(delay);
        }

        return new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(options).Build();
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
