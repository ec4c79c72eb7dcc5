namespace PlanDsl.Benchmarks;

/// <summary>Something that the table measures.</summary>
internal interface IRow
{
    /// <summary>By what it is chosen on the command line.</summary>
    string Name { get; }

    /// <summary>Measures it.</summary>
    Task<IReadOnlyList<Line>> MeasureAsync();
}
