namespace PlanDsl;

/// <summary>Makes the step a fan-out: its body is called once for each element of a collection, and this parameter is given
/// the element. The results are an array in the order of the elements.</summary>
/// <param name="source">The result_key or the input, snake_case, that holds the collection: an array, another
/// <see cref="IEnumerable{T}"/> or an <see cref="IAsyncEnumerable{T}"/>.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EachAttribute(string source) : Attribute
{
    /// <summary>The result_key or the input that holds the collection.</summary>
    public string Source { get; } = source;
}
