using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>What is said of an invalid plan or state machine where nobody else says it.</summary>
/// <param name="Kind">What it is, as the message begins: <c>Plan</c> or <c>State machine</c>.</param>
/// <param name="Name">Its id, or its full metadata name.</param>
/// <param name="HintName">The hint name of its class, by which it is found again.</param>
/// <param name="Errors">The ids of the rules that it breaks.</param>
internal sealed record Summary(string Kind, string Name, string HintName, EquatableArray<string> Errors)
{
    /// <summary>The path of the file in which it stands, where that is no C#; the empty string otherwise.</summary>
    public string File { get; init; } = "";
}
