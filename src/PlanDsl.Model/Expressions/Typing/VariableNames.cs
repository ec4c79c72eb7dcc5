using System.Globalization;

namespace PlanDsl.Model;

/// <summary>The names of what C# that is written for expressions declares: one for all expressions that stand in one method, since none may be
/// declared twice there. Not thread-safe.</summary>
public sealed class VariableNames
{
    private int _given;

    /// <summary>A name that has not been given yet.</summary>
    internal string Next() => "__x" + (_given++).ToString(CultureInfo.InvariantCulture);
}
