using System.Text.Json;

namespace PlanDsl;

/// <summary>Gives a run a signal, as <see cref="PlanRun.Signal{T}"/> does.</summary>
/// <param name="Name">The name of the signal.</param>
/// <param name="Value">What it brings; <see langword="null"/> for nothing.</param>
public sealed record RunSignalRequest(string Name, JsonElement? Value = null) : RunRequest;
