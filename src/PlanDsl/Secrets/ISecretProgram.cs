using System.ComponentModel;
using System.Text.Json;

namespace PlanDsl;

/// <summary>A program whose run was given what nobody is to be told. The engine leaves it out of all failures, also of those of the plans that
/// the run runs. A program that does not implement it pays nothing for this. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISecretProgram
{
    /// <summary>What nobody is to be told: texts and numbers, and all that are in arrays and objects, by the names of the inputs. These stand in
    /// what is recorded. Called only where something is recorded or has failed; thread-safe.</summary>
    IReadOnlyList<KeyValuePair<string, JsonElement>> GetSecrets();
}
