namespace PlanDsl.Benchmarks;

/// <summary>Code by hand that is more like what plans are slower at than what they are compared with.</summary>
internal static class AllFloors
{
    private static IEnumerable<Floor> OfDuels => [.. WaitingFloors.All, .. SynchronousFloors.All, .. SpinningFloors.All, .. QuoteDuel.Floors, .. ObservedFloors.All, .. InterpretedFloors.All];

    public static IEnumerable<IRow> Rows =>
    [
        .. OfDuels.GroupBy(static floor => floor.Duel).Select(static floors => new FloorRow(floors.Key, [.. floors])),
        new LayersFloorRow(1_000),
        new LayersFloorRow(10_000),
        new LayersFloorRow(100_000),
        new LoadFloorRow(),
    ];
}
