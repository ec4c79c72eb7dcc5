namespace PlanDsl.Tests;

/// <summary>What a lifecycle is specified to do, written out by hand: <c>"trigger | from, from | to"</c> in snake_case. Every
/// pair that no row names is rejected.</summary>
internal sealed class LifecycleTable<TState, TTrigger>(params string[] rows)
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    private readonly Dictionary<(TState From, TTrigger Trigger), TState> _targets = Read(rows);

    public static IEnumerable<(TState State, TTrigger Trigger)> AllPairs =>
        from state in Enum.GetValues<TState>()
        from trigger in Enum.GetValues<TTrigger>()
        select (state, trigger);

    public int Count => _targets.Count;

    public TState? TargetOf(TState state, TTrigger trigger) =>
        _targets.TryGetValue((state, trigger), out var target) ? target : null;

    public IEnumerable<TTrigger> PermittedIn(TState state) =>
        Enum.GetValues<TTrigger>().Where(trigger => _targets.ContainsKey((state, trigger)));

    private static Dictionary<(TState From, TTrigger Trigger), TState> Read(string[] rows)
    {
        var targets = new Dictionary<(TState From, TTrigger Trigger), TState>();
        foreach (var cells in rows.Select(row => row.Split('|')))
        {
            foreach (var trigger in Parse<TTrigger>(cells[0]))
            {
                foreach (var from in Parse<TState>(cells[1]))
                    targets.Add((from, trigger), Parse<TState>(cells[2]).Single());
            }
        }

        return targets;
    }

    private static IEnumerable<T> Parse<T>(string cell)
        where T : struct, Enum =>
        cell.Split(',').Select(name => Enum.Parse<T>(name.Trim().Replace("_", "", StringComparison.Ordinal), ignoreCase: true));
}
