namespace PlanDsl.Model;

/// <summary>How serious a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Not shown; exists so that a fix can be offered.</summary>
    Hidden,

    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Probably a mistake.</summary>
    Warning,

    /// <summary>The plan is invalid: it does not build, and it does not start.</summary>
    Error,
}
