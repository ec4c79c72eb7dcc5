namespace PlanDsl.Model;

/// <summary>Where the value of a parameter comes from.</summary>
public enum ParameterKind
{
    /// <summary>The result of another step, found by its result_key.</summary>
    Result,

    /// <summary>An input of the plan.</summary>
    Input,

    /// <summary>The cancellation token of the attempt.</summary>
    CancellationToken,

    /// <summary>The context of the attempt.</summary>
    Context,
}
