namespace PlanDsl.Model.Tests;

/// <summary>The references: obvious algorithms of any cost, for small graphs.</summary>
internal sealed class NaiveGraph
{
    private readonly bool[,] _edge;
    private readonly int?[,] _distance;

    public NaiveGraph(int count, IEnumerable<(int From, int To)> edges)
    {
        Count = count;
        _edge = new bool[count, count];
        _distance = new int?[count, count];
        foreach (var (from, to) in edges.Where(edge => edge.From != edge.To))
        {
            _edge[from, to] = true;
            _distance[from, to] = 1;
        }

        for (var via = 0; via < count; via++)
        {
            for (var from = 0; from < count; from++)
            {
                for (var to = 0; to < count; to++)
                {
                    if (_distance[from, via] + _distance[via, to] is { } detour && !(_distance[from, to] <= detour))
                        _distance[from, to] = detour;
                }
            }
        }
    }

    public int Count { get; }

    public IEnumerable<int> Steps => Enumerable.Range(0, Count);

    public bool IsAcyclic => Steps.All(step => !Reaches(step, step));

    public bool HasEdge(int from, int to) => _edge[from, to];

    /// <summary>Whether there is a path of one edge or more.</summary>
    public bool Reaches(int from, int to) => _distance[from, to] is not null;

    public bool AreOnOneCycle(int one, int other) => one == other || (Reaches(one, other) && Reaches(other, one));

    /// <summary>The length of the shortest cycle through a step.</summary>
    public int? CycleThrough(int step) => _distance[step, step];

    /// <summary>The weight of the heaviest path that ends in a step.</summary>
    public long HeaviestPathTo(int step, long[] weights) =>
        weights[step] + Steps.Where(from => HasEdge(from, step)).Select(from => HeaviestPathTo(from, weights)).DefaultIfEmpty().Max();
}
