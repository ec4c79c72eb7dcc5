namespace Corpus.Optional;

[Plan]
public partial class Tolerant
{
    [Step(OnFailure = FailurePolicy.Continue)] int Count() => 1;
    [Step(Critical = false)] string Name() => "";
    [Step(OnFailure = FailurePolicy.SkipDependents)] string Detail() => "";
    [Step] int? Maybe() => null;
    [Step] string? Perhaps() => null;
    [Step] object Join(int? count, string? name, string detail, int? maybe, object? perhaps) => (count, name, detail, maybe, perhaps);
    [Step(OnFailure = FailurePolicy.Continue, Critical = true)] void Send(object join) { }
}
