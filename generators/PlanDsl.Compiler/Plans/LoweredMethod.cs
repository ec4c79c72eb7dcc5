using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>A method that stands for something a plan file says: the body of a step, a condition, what takes the place of a step or undoes it.
/// It is written beside the other generated members, and called as a method of the author's would be.</summary>
/// <param name="Head">Its declaration, such as <c>private static async global::System.Threading.Tasks.Task&lt;string&gt; Build(string branch)</c>.</param>
/// <param name="Body">The lines between its braces.</param>
public sealed record LoweredMethod(string Head, EquatableArray<string> Body)
{
    /// <summary>What it is for, as documentation says it; the empty string for what is done for a step, of which the step says it.</summary>
    public string Summary { get; init; } = "";
}
