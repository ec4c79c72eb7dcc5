namespace PlanDsl;

/// <summary>A secret in a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Depth">How often what stands there has to be read as JSON.</param>
/// <param name="Secret">Which of the secrets it is.</param>
internal readonly record struct FoundSecret(int Start, int End, int Depth, int Secret);
