using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>What the methods of the state are given of an attempt: as little as the author's method asks for.</summary>
internal static class AttemptArguments
{
    /// <summary>The token's name.</summary>
    public const string Token = "cancellationToken";

    /// <summary>The context's name.</summary>
    public const string Context = "context";

    /// <summary>How the state's method declares it. The context brings the token with it.</summary>
    /// <param name="step">The step.</param>
    /// <param name="role">Which of its methods is called there.</param>
    public static string Declare(StepModel step, MethodRole role) =>
        NeedContext(step, role) ? $"{Signatures.StepContext} {Context}"
        : NeedToken(step, role) ? $"{Signatures.CancellationToken} {Token}"
        : "";

    /// <summary>How it is passed on.</summary>
    /// <param name="step">The step.</param>
    /// <param name="role">Which of its methods is called there.</param>
    /// <param name="token">What the token is called there.</param>
    public static string Pass(StepModel step, MethodRole role, string token) =>
        NeedContext(step, role) ? Context : NeedToken(step, role) ? token : "";

    /// <summary>Whether something is needed that only the context has.</summary>
    public static bool NeedContext(StepModel step, MethodRole role) =>
        step.ParametersOf(role).Any(static parameter => parameter.Kind is ParameterKind.Context or ParameterKind.Element or ParameterKind.Previous or ParameterKind.Outcome or ParameterKind.Service)
        || (role is MethodRole.Body && (step.IsDoneByEngine || step.ReadsLive || MayOverlap(step)))
        || (role is MethodRole.Body or MethodRole.Fallback && step.Stream is { IsReadLive: true })
        || (role is not (MethodRole.Body or MethodRole.When) && step.Element is not null)
        || (role is MethodRole.RepeatUntil && step.OnExhausted is OnExhausted.UseLast);

    /// <summary>Whether attempts of the step may go on at the same time: a pipeline that hedges makes several.</summary>
    public static bool MayOverlap(StepModel step) => step.Pipeline is not null;

    /// <summary>The token in the method of the state that calls the body of a stream.</summary>
    public static string TokenIn(StepModel step) => NeedContext(step, MethodRole.Body) ? Context + ".CancellationToken" : Token;

    private static bool NeedToken(StepModel step, MethodRole role) =>
        (role is MethodRole.Body && step.Stream is not null) || step.ParametersOf(role).Any(static parameter => parameter.Kind is ParameterKind.CancellationToken);
}
