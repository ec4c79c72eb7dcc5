namespace PlanDsl.Compiler.Tests;

public class AccessibilityTests
{
    [Theory]
    [InlineData("public", "public")]
    [InlineData("internal", "internal")]
    [InlineData("private", "internal")]
    [InlineData("protected", "public")]
    [InlineData("protected internal", "public")]
    [InlineData("private protected", "internal")]
    public void Members_are_at_most_as_accessible_as_the_plan(string plan, string member)
    {
        var spec = ReadPlan.From($"public partial class O {{ [Plan] {plan} partial class P {{ [Step] int A([Input] int x) => x; }} }}", "O+P");
        Assert.Equal((member, member, member), (spec.MemberAccessibility, spec.EntryAccessibility, spec.Steps[0].MemberAccessibility));
    }

    [Theory]
    [InlineData("Public", "public", "public")]
    [InlineData("Internal", "internal", "internal")]
    [InlineData("List<Internal[]>", "internal", "internal")]
    [InlineData("Base.Nested", "public", "public")]
    [InlineData("Base.Family", "protected", "")]
    [InlineData("Base.FamilyOrAssembly", "protected internal", "internal")]
    [InlineData("Base.FamilyAndAssembly", "private protected", "")]
    [InlineData("Own", "private", "")]
    public void The_least_accessible_type_of_a_signature_decides(string type, string entry, string member)
    {
        var spec = ReadPlan.From($$"""
            public class Public; internal class Internal;
            public class Base
            {
                public class Nested; protected class Family; protected internal class FamilyOrAssembly; private protected class FamilyAndAssembly;
            }
            [Plan] public partial class P : Base { [Step] {{type}} A([Input] {{type}} x) => x; private class Own; }
            """);
        Assert.Equal(("public", entry, member), (spec.MemberAccessibility, spec.EntryAccessibility, spec.Steps[0].MemberAccessibility));
    }

    [Fact]
    public void A_sealed_plan_has_no_protected_members()
    {
        var spec = ReadPlan.From("""
            public class Base { protected class Family; protected internal class FamilyOrAssembly; }
            [Plan] public sealed partial class P : Base { [Step] void A([Input] FamilyOrAssembly x) {} }
            [Plan] public sealed partial class Q : Base { [Step] void A([Input] Family x) {} }
            """);
        Assert.Equal("internal", spec.EntryAccessibility);
    }

    [Fact]
    public void A_private_plan_may_name_private_types_around_it()
    {
        var spec = ReadPlan.From("public partial class O { private class T; [Plan] private partial class P { [Step] T A([Input] T x) => x; } }", "O+P");
        Assert.Equal(("internal", "internal"), (spec.EntryAccessibility, spec.Steps[0].MemberAccessibility));
    }
}
