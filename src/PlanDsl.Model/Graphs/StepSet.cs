using System.Collections;

namespace PlanDsl.Model;

/// <summary>A set of steps by their indices, one bit for each step of the plan. Enumerates in ascending order.</summary>
public sealed class StepSet : IReadOnlyCollection<int>
{
    private readonly ulong[] _bits;

    internal StepSet(int capacity) => _bits = new ulong[(capacity + 63) / 64];

    /// <summary>How many steps are in the set.</summary>
    public int Count { get; private set; }

    /// <summary>Whether <paramref name="step"/> is in the set. Steps that the plan does not have are not.</summary>
    public bool Contains(int step) => (uint)step / 64 < (uint)_bits.Length && (_bits[step / 64] & (1UL << step)) != 0;

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator()
    {
        for (var step = 0; step < _bits.Length * 64; step++)
        {
            if (_bits[step / 64] == 0)
                step += 63;
            else if (Contains(step))
                yield return step;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Puts <paramref name="step"/> in; whether it was not there before.</summary>
    internal bool Add(int step)
    {
        if (Contains(step))
            return false;
        _bits[step / 64] |= 1UL << step;
        Count++;
        return true;
    }
}
