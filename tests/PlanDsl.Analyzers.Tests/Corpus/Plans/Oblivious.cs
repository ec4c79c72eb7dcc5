#nullable disable
namespace Corpus.Oblivious;

[Plan]
public partial class Legacy
{
    [Step(OnFailure = FailurePolicy.Continue)] string Guess() => null;
    [Step] string Known([Input] string name) => name;
    [Step] void Print(string guess, string known) => Console.WriteLine(guess + known);
}
