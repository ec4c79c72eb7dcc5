namespace PlanDsl;

/// <summary>Binds a parameter of a step to the result with this result_key, whatever the parameter's own name.</summary>
/// <param name="resultKey">The result_key, snake_case.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromAttribute(string resultKey) : Attribute
{
    /// <summary>The result_key.</summary>
    public string ResultKey { get; } = resultKey;
}
