namespace PlanDsl.Generators;

/// <summary>Names that are taken, and others that are not.</summary>
/// <param name="taken">The names that the author chose, without an <c>@</c>.</param>
internal sealed class NameScope(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken.Select(Bare), StringComparer.Ordinal);

    /// <summary>The first of <paramref name="preferred"/> that is free, else the last with as many underscores as it takes.
    /// It is taken from now on.</summary>
    public string Take(params string[] preferred)
    {
        foreach (var name in preferred)
        {
            if (_taken.Add(name))
                return name;
        }

        var longer = preferred[preferred.Length - 1] + "_";
        while (!_taken.Add(longer))
            longer += "_";
        return longer;
    }

    private static string Bare(string name) => name.TrimStart('@');
}
