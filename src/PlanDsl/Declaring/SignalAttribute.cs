namespace PlanDsl;

/// <summary>Declares that a partial method without a body is a step that waits for a signal: it ends when
/// <c>PlanRun.Signal</c> is called on its run with this name, and what the signal brings is its result. A waiting
/// step leaves its place to others. <see cref="StepAttribute"/> may stand beside it, for its other options.</summary>
/// <param name="name">The name of the signal.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class SignalAttribute(string name) : Attribute
{
    /// <summary>The name of the signal.</summary>
    public string Name { get; } = name;

    /// <summary>How long to wait at most, written like <see cref="StepAttribute.Timeout"/>; past it the step fails. By default as
    /// long as the run may take.</summary>
    public string? Timeout { get; set; }
}
