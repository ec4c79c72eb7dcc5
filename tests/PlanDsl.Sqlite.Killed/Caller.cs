namespace PlanDsl.Tests;

/// <summary>For what a body is called: a step in a run.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Path">The path of the step.</param>
/// <param name="Key">By what a service would know it again.</param>
internal readonly record struct Caller(string RunId, string Path, string Key)
{
    public static implicit operator Caller(StepContext context) => new(context.RunId, context.StepPath, context.IdempotencyKey);

    public static implicit operator Caller(AgentRequest request) => new(request.RunId, request.StepId, request.IdempotencyKey);
}
