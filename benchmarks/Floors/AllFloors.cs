namespace PlanDsl.Benchmarks;

/// <summary>The floors of what plans are slower at than code by hand.</summary>
internal static class AllFloors
{
    public static IEnumerable<IRow> Rows =>
        [.. WaitingFloors.All.Append(SynchronousFloor.OfFanOut).Concat(ObservedFloors.All).Concat(InterpretedFloors.All).Select(static floor => new FloorRow(floor)), new LayersFloorRow(), new NamesFloorRow(), new LoadFloorRow(), new EditFloorRow(plans: 1_000)];
}
