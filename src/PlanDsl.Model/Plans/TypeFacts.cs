namespace PlanDsl.Model;

/// <summary>What a front end knows about the types in a plan and the rules cannot find out: which results do not fit the
/// parameters that bind them. It lists exceptions only, so a sound plan has none.</summary>
/// <param name="Mismatches">The pairs that have no implicit conversion, nullability apart.</param>
public sealed record TypeFacts(EquatableArray<TypePair> Mismatches)
{
    /// <summary>What is known of the types of which fan-outs take elements; of others nothing is said.</summary>
    public EquatableArray<ElementType> Elements { get; init; }

    /// <summary>What a journal cannot keep, of a plan whose runs are to be resumed; of others nothing is said.</summary>
    public EquatableArray<UnrecordableType> Unrecordable { get; init; }

    /// <summary>Every result fits; what a plan without static types has.</summary>
    public static TypeFacts None { get; } = new([]);
}
