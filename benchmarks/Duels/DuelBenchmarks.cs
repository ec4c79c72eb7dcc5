using BenchmarkDotNet.Attributes;

namespace PlanDsl.Benchmarks;

/// <summary>The duels as benchmarks.</summary>
[MemoryDiagnoser]
public class DuelBenchmarks
{
    /// <summary>The names of the duels.</summary>
    public IEnumerable<string> Names => AllRows.Duels.Select(static duel => duel.ToString());

    /// <summary>The duel that is fought.</summary>
    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = "";

    private Duel? _duel;

    /// <summary>Finds it.</summary>
    [GlobalSetup]
    public void Find() => _duel = AllRows.Duels.First(duel => duel.ToString() == Name);

    /// <summary>Without a plan.</summary>
    [Benchmark(Baseline = true)]
    public Task Other() => _duel!.Other();

    /// <summary>As a plan.</summary>
    [Benchmark]
    public Task Plan() => _duel!.Plan();
}
