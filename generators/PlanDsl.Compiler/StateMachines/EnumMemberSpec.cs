namespace PlanDsl.Compiler;

/// <summary>A member of an enum.</summary>
/// <param name="Name">Its simple name, not escaped.</param>
/// <param name="Value">Its value; one of <see cref="ulong"/> beyond <see cref="long.MaxValue"/> wraps around.</param>
/// <param name="Expression">How generated code spells it, fully qualified. A member that is obsolete is spelled by its value,
/// so that naming it warns nobody.</param>
public sealed record EnumMemberSpec(string Name, long Value, string Expression);
