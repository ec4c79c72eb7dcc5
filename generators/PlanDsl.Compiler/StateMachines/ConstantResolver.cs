using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Finds which state, or which trigger, an argument names, and reports arguments that name none.</summary>
/// <param name="type">The enum.</param>
/// <param name="spec">The same as a value.</param>
/// <param name="machine">The class that declares the machine.</param>
/// <param name="role">What members of the enum are to the machine: a state or a trigger.</param>
/// <param name="findings">Where to report.</param>
internal sealed class ConstantResolver(INamedTypeSymbol type, EnumSpec spec, INamedTypeSymbol machine, string role, List<Finding> findings)
{
    private readonly Dictionary<long, int> _indexes =
        spec.Members.Select(static (member, index) => (member.Value, index)).ToDictionary(static entry => entry.Value, static entry => entry.index);

    /// <summary>The name of the enum.</summary>
    public string TypeName => type.Name;

    /// <summary>The names of its members, by index.</summary>
    public EquatableArray<string> Names => spec.Members.Select(static member => member.Name).ToEquatableArray();

    /// <summary>The index of the member that <paramref name="constant"/> names; -1 where it names none.</summary>
    public int Find(DeclaredConstant constant) =>
        constant.ValueAs(type) is { } value && _indexes.TryGetValue(value, out var index) ? index : -1;

    /// <summary>The same, and where it names none, a finding; what does not compile is the compiler's to report.</summary>
    public int Require(DeclaredConstant constant)
    {
        var index = Find(constant);
        if (index < 0 && !constant.IsError)
            findings.Add(new(RuleIds.UnsupportedShape, constant.Anchor, [constant.Text, $"{role} of '{machine.Name}'", $"it is no member of '{type.Name}'"]));
        return index;
    }
}
