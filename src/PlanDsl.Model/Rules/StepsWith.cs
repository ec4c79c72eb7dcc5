namespace PlanDsl.Model;

/// <summary>The steps that have one of some aspects, ascending, to go through without allocating.</summary>
internal readonly ref struct StepsWith(ReadOnlySpan<StepAspects> all, StepAspects any)
{
    private readonly ReadOnlySpan<StepAspects> _all = all;

    /// <summary>Goes through them.</summary>
    public Enumerator GetEnumerator() => new(_all, any);

    /// <summary>Goes through the steps.</summary>
    public ref struct Enumerator(ReadOnlySpan<StepAspects> all, StepAspects any)
    {
        private readonly ReadOnlySpan<StepAspects> _all = all;

        /// <summary>The step that has been reached.</summary>
        public int Current { get; private set; } = -1;

        /// <summary>Goes on to the next.</summary>
        public bool MoveNext()
        {
            while (++Current < _all.Length)
            {
                if ((_all[Current] & any) != StepAspects.None)
                    return true;
            }

            return false;
        }
    }
}
