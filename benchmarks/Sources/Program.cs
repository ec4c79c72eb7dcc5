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
    StraightLineSource.Of(Graphs.Chain),
    StraightLineSource.Of(Graphs.FanOut),
    StraightLineSource.Of(Graphs.FanOut, looks: false),
    .. OptionSource.Chains.Concat(OptionSource.Wide).Select(static source => source.ToFile()),
    ("ManyMethods.cs", ManyMethodsSource.Of(Graphs.Layered.Length)),
    ("ManyDelegates.cs", ManyMethodsSource.DelegatesOf(Graphs.Chain.Length)),
];
foreach (var (name, text) in files)
{
    var path = Path.Combine(directory, name);
    if (!File.Exists(path) || File.ReadAllText(path) != text)
        File.WriteAllText(path, text);
}
