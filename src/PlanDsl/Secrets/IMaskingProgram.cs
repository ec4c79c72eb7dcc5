namespace PlanDsl;

/// <summary>A program whose failures tell no secrets.</summary>
internal interface IMaskingProgram
{
    /// <summary>What they do not tell.</summary>
    RunSecrets Secrets { get; }
}
