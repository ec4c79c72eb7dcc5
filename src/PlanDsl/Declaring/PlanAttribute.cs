namespace PlanDsl;

/// <summary>Declares that a partial class is a plan: its methods marked <see cref="StepAttribute"/> are steps, or a plan file says what they
/// are, and the compiler generates <c>RunAsync</c>, <c>Start</c>, <c>ResumeAsync</c>, <c>Observe</c>, <c>Results</c> and <c>Definition</c> on it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class PlanAttribute : Attribute
{
    /// <summary>Declares a plan whose steps are methods of the class.</summary>
    public PlanAttribute()
    {
    }

    /// <summary>Declares a plan whose steps stand in a plan file; those that <c>call</c> something call methods of the class. The file says
    /// also what the other properties would, except for <see cref="Resumable"/>.</summary>
    /// <param name="file">The plan file, one of the project's <c>AdditionalFiles</c>: its path from the directory of this C# file or of the project,
    /// or as much of its end as tells it from others.</param>
    public PlanAttribute(string file) => File = file;

    /// <summary>The plan file; <see langword="null"/> where the steps are methods of the class.</summary>
    public string? File { get; }

    /// <summary>The plan's id, by default the full metadata name of the class.</summary>
    public string? Id { get; set; }

    /// <summary>How many steps may run at once, 1 or more. No bound where it is left out.</summary>
    public int MaxParallel { get; set; }

    /// <summary>How long a run may take as a whole, such as <c>"5m"</c>: <c>ms</c>, <c>s</c>, <c>m</c>, <c>h</c> and <c>d</c> are
    /// milliseconds to days, and <c>"00:01:30"</c> is <c>hh:mm:ss</c>. When it is over, steps that are not at their end are
    /// cancelled and the run fails, whatever their policies. No bound where it is left out.</summary>
    public string? Timeout { get; set; }

    /// <summary>The <see cref="StepAttribute.Timeout"/> of steps that declare none, written like <see cref="Timeout"/>. No bound
    /// where it is left out.</summary>
    public string? DefaultTimeout { get; set; }

    /// <summary>Whether runs of the plan are to be resumed from a journal. The compiler then judges whether everything that they are given and that
    /// steps return can be recorded and comes back (<c>PLAN0212</c>); without it, <c>Start</c> with <see cref="PlanOptions.Journal"/> says so.
    /// <see langword="false"/> where it is left out, which keeps no run from being recorded and resumed.</summary>
    public bool Resumable { get; set; }

    /// <summary>How deep sub-plans may be nested, this plan counted as 1. 3 where it is left out.</summary>
    public int MaxDepth { get; set; }

    /// <summary>How many steps the plan may declare, groups and their members counted. Elements and iterations are no steps of their own, and a
    /// sub-plan has a bound of its own. No bound where it is left out.</summary>
    public int MaxSteps { get; set; }
}
