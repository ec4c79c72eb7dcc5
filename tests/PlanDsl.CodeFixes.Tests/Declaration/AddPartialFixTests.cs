using Microsoft.CodeAnalysis.CodeFixes;
using PlanDsl.Testing.Internal;

namespace PlanDsl.CodeFixes.Tests;

public sealed class AddPartialFixTests
{
    private static readonly CodeFixTest Test = Fixing.With<AddPartialFixProvider>();

    [Fact]
    public Task Puts_the_modifier_last_and_keeps_what_precedes_the_declaration() => Test.FixAsync(
        AddPartialFixProvider.Key,
        """
        // What is sold.
        [Plan]
        public sealed class Report // here
        {
            [Step] void Build() { }
        }
        """,
        """
        // What is sold.
        [Plan]
        public sealed partial class Report // here
        {
            [Step] void Build() { }
        }
        """);

    [Theory]
    [InlineData("class")]
    [InlineData("record")]
    [InlineData("record struct")]
    [InlineData("struct")]
    public Task Finds_the_place_before_the_keyword(string keyword) => Test.FixAsync(
        AddPartialFixProvider.Key,
        $$"""
        [Plan]
        {{keyword}} Report
        {
            [Step] void Build() { }
        }
        """,
        $$"""
        [Plan]
        partial {{keyword}} Report
        {
            [Step] void Build() { }
        }
        """);

    [Fact]
    public Task Extends_the_containers_with_it() => Test.FixAsync(
        AddPartialFixProvider.Key,
        """
        public class Outer
        {
            public struct Middle
            {
                [Plan]
                public class Report
                {
                    [Step] void Build() { }
                }
            }
        }
        """,
        """
        public partial class Outer
        {
            public partial struct Middle
            {
                [Plan]
                public partial class Report
                {
                    [Step] void Build() { }
                }
            }
        }
        """);

    [Fact]
    public Task Extends_the_containers_of_a_partial_plan() => Test.FixAsync(
        AddPartialFixProvider.Key,
        """
        public class Outer
        {
            [Plan]
            public partial class Report
            {
                [Step] void Build() { }
            }
        }
        """,
        """
        public partial class Outer
        {
            [Plan]
            public partial class Report
            {
                [Step] void Build() { }
            }
        }
        """);

    [Fact]
    public Task Extends_every_part() => Test.FixAsync(
        AddPartialFixProvider.Key,
        [
            "[Plan] public partial class Report { [Step] void Build() { } }",
            "public class Report { }",
        ],
        [
            "[Plan] public partial class Report { [Step] void Build() { } }",
            "public partial class Report { }",
        ]);

    [Fact]
    public Task Extends_a_state_machine() => Test.FixAsync(
        AddPartialFixProvider.Key,
        """
        public enum Door { Open, Closed }
        public enum Hand { Push }

        [StateMachine(Initial = Door.Open, Terminal = new object[] { Door.Closed })]
        [Transition(Door.Open, Hand.Push, Door.Closed)]
        public static class Doors;
        """,
        """
        public enum Door { Open, Closed }
        public enum Hand { Push }

        [StateMachine(Initial = Door.Open, Terminal = new object[] { Door.Closed })]
        [Transition(Door.Open, Hand.Push, Door.Closed)]
        public static partial class Doors;
        """);

    [Fact]
    public async Task Is_offered_for_plans_only() => Assert.Empty(await Test.OfferedAsync(
        "class Other { } partial class Other { }",
        "[Plan] public static partial class Report { [Step] static void Build() { } }"));

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    public Task Fix_all_extends_a_common_container_once(FixAllScope scope) => Test.FixAllAsync(
        AddPartialFixProvider.Key,
        scope,
        [
            """
            public class Outer
            {
                [Plan] class First { [Step] void Build() { } }
                [Plan] class Second { [Step] void Build() { } }
            }
            """,
        ],
        [
            """
            public partial class Outer
            {
                [Plan] partial class First { [Step] void Build() { } }
                [Plan] partial class Second { [Step] void Build() { } }
            }
            """,
        ]);

    [Theory]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Fix_all_reaches_every_document(FixAllScope scope) => Test.FixAllAsync(
        AddPartialFixProvider.Key,
        scope,
        ["[Plan] class First { [Step] void Build() { } }", "[Plan] class Second { [Step] void Build() { } }"],
        ["[Plan] partial class First { [Step] void Build() { } }", "[Plan] partial class Second { [Step] void Build() { } }"]);
}
