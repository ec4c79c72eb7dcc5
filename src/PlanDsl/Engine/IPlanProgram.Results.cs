using System.ComponentModel;

namespace PlanDsl;

/// <summary>A program whose run has typed results.</summary>
/// <typeparam name="TResults">The type that holds one member per result_key.</typeparam>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public interface IPlanProgram<out TResults> : IPlanProgram
{
    /// <summary>Collects the results; called once, when the run has succeeded.</summary>
    TResults GetResults();
}
