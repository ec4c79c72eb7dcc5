using System.Collections;

namespace PlanDsl;

/// <summary>The outcomes of a step's parts, each made when somebody looks at it: there may be a million.</summary>
/// <param name="parts">How the parts stand; not written any more.</param>
internal sealed class PartOutcomes(StepTable parts) : IReadOnlyList<StepOutcome>
{
    public int Count => parts.TopLevel?.Length ?? parts.Count;

    public StepOutcome this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return parts.OutcomeOf(parts.TopLevel is { } order ? order[index] : index);
        }
    }

    public IEnumerator<StepOutcome> GetEnumerator()
    {
        foreach (var part in parts.Order)
            yield return parts.OutcomeOf(part);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
