namespace PlanDsl.Model;

/// <summary>How long names that were probably meant are looked for in one plan: each costs a look at every candidate, and nobody reads the hundredth suggestion
/// for a plan with very many mistakes. Not thread-safe.</summary>
internal sealed class LookBudget
{
    private const int MostLooks = 2_000_000;

    private int _looks;

    /// <summary>Whether another may be looked for.</summary>
    /// <param name="candidates">How many names are looked at for it.</param>
    public bool Take(int candidates)
    {
        if (_looks >= MostLooks)
            return false;
        _looks += candidates;
        return true;
    }
}
