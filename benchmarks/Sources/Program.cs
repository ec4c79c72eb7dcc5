using PlanDsl.Benchmarks;

// Writes the sources of the plans, and of what is written by hand where that is as long, into the directory that it is given.
var directory = args[0];
Directory.CreateDirectory(directory);
(string Name, string Text)[] files =
[
    .. PlanSource.OfAll(Graphs.Chain, [BodyKind.NoOp, BodyKind.Yield]),
    .. PlanSource.OfAll(Graphs.FanOut, [BodyKind.NoOp, BodyKind.Yield, BodyKind.Spin]),
    .. PlanSource.OfAll(Graphs.Wavefront, [BodyKind.NoOp, BodyKind.Yield]),
    .. PlanSource.OfAll(Graphs.Layered, [BodyKind.NoOp, BodyKind.Yield, BodyKind.Spin]),
    .. Enum.GetValues<LineKind>().Select(static kind => StraightLineSource.Of(Graphs.Chain, kind)),
    .. Enum.GetValues<LineKind>().Select(static kind => StraightLineSource.Of(Graphs.FanOut, kind)),
    .. OptionSource.Chains.Concat(OptionSource.Wide).Select(static source => source.ToFile()),
    ("ManyMethods.cs", ManyMethodsSource.Of(Graphs.Layered.Length)),
    ("ManyDelegates.cs", ManyMethodsSource.DelegatesOf(Size.FanOut)),
];
foreach (var (name, text) in files)
{
    var path = Path.Combine(directory, name);
    if (!File.Exists(path) || File.ReadAllText(path) != text)
        File.WriteAllText(path, text);
}
