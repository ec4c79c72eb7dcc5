using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>What the methods of the state are given of an attempt: as little as the author's method asks for.</summary>
internal static class AttemptArguments
{
    /// <summary>The token's name.</summary>
    public const string Token = "cancellationToken";

    /// <summary>The context's name.</summary>
    public const string Context = "context";

    /// <summary>How the method that calls one with these parameters declares it. The context brings the token with it.</summary>
    public static string Declare(EquatableArray<ParameterModel> parameters) =>
        NeedContext(parameters) ? $"{Signatures.StepContext} {Context}"
        : NeedToken(parameters) ? $"{Signatures.CancellationToken} {Token}"
        : "";

    /// <summary>How it is passed on.</summary>
    /// <param name="parameters">The parameters of the author's method.</param>
    /// <param name="token">What the token is called there.</param>
    public static string Pass(EquatableArray<ParameterModel> parameters, string token) =>
        NeedContext(parameters) ? Context : NeedToken(parameters) ? token : "";

    /// <summary>Whether these parameters are given something that only the context has.</summary>
    public static bool NeedContext(EquatableArray<ParameterModel> parameters) =>
        parameters.Any(static parameter => parameter.Kind is ParameterKind.Context);

    private static bool NeedToken(EquatableArray<ParameterModel> parameters) =>
        parameters.Any(static parameter => parameter.Kind is ParameterKind.CancellationToken);
}
