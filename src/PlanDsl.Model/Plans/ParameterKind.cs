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

    /// <summary>An element of a collection, which is the result of another step or an input: the body is called for each.</summary>
    Element,

    /// <summary>What the body returned in the iteration before.</summary>
    Previous,

    /// <summary>How another step has ended, with its result: the step is found by its result_key, or by its id where it
    /// produces no value.</summary>
    Outcome,

    /// <summary>A service, resolved for the attempt.</summary>
    Service,
}
