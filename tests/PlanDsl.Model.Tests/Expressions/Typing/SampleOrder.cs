namespace PlanDsl.Model.Tests;

/// <summary>A result with members of every kind. Public, since compiled expressions read it.</summary>
public sealed record SampleOrder
{
    public int Count { get; init; }

    public long Big { get; init; }

    public decimal Total { get; init; }

    public double Rate { get; init; }

    public float Share { get; init; }

    public bool IsPaid { get; init; }

    public bool? IsChecked { get; init; }

    public int? Discount { get; init; }

    public double? Weight { get; init; }

    public decimal? Tax { get; init; }

    public string Name { get; init; } = "";

    public string? Note { get; init; }

    public string[] Tags { get; init; } = [];

    public int[]? Codes { get; init; }

    public IReadOnlyList<SampleLine> Lines { get; init; } = [];

    public SampleLine? First { get; init; }
}
