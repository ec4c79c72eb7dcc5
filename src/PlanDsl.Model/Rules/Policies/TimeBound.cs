namespace PlanDsl.Model;

/// <summary>A length of time that a plan or step declares.</summary>
/// <param name="Owner">The part that declares it.</param>
/// <param name="Property">The property, one of <see cref="PropertyNames"/>.</param>
/// <param name="Name">The part as messages name it, such as <c>step 'fetch'</c>.</param>
/// <param name="Duration">What is declared.</param>
internal readonly record struct TimeBound(Anchor Owner, string Property, string Name, Duration Duration)
{
    /// <summary>Where it is declared.</summary>
    public Anchor Anchor => Owner.At(Property);

    /// <summary>Whether it puts something off instead of bounding it.</summary>
    public bool IsDelay => Property is PropertyNames.RetryDelay or PropertyNames.RetryMaxDelay;
}
