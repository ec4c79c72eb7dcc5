namespace PlanDsl;

/// <summary>Where in a secret that is an object or an array something stands.</summary>
/// <param name="Whole">What it is part of; <see langword="null"/> for the secret.</param>
/// <param name="Member">The name of the member; <see langword="null"/> for an element.</param>
/// <param name="Index">The index of the element.</param>
internal sealed record SecretPath(SecretPath? Whole, string? Member, int Index);
