namespace PlanDsl.Benchmarks;

/// <summary>Something that the table measures.</summary>
internal interface IRow
{
    /// <summary>By what it is chosen on the command line.</summary>
    string Name { get; }

    /// <summary>Whether it takes so long that it is measured only when it is asked for by a word.</summary>
    bool IsLong => false;

    /// <summary>What a profiler can be shown of it; null where that is no work that can be repeated in this process.</summary>
    Sides? Sides => null;

    /// <summary>Measures it.</summary>
    Task<IReadOnlyList<Line>> MeasureAsync();
}
