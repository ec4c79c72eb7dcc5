using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>An enum as a value: its distinct values in ascending order.</summary>
/// <param name="Type">Its type, fully qualified.</param>
/// <param name="IsWide">Whether its underlying type has 64 bits.</param>
/// <param name="Members">One member for each of its values, ascending.</param>
public sealed record EnumSpec(string Type, bool IsWide, EquatableArray<EnumMemberSpec> Members)
{
    /// <summary>Whether the values follow each other without a gap, so that a value less the first one is an index.</summary>
    public bool IsContiguous
    {
        get
        {
            for (var i = 1; i < Members.Count; i++)
            {
                if (Members[i].Value != unchecked(Members[0].Value + i))
                    return false;
            }

            return true;
        }
    }
}
