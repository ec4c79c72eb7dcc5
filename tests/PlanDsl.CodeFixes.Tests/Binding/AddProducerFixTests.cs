using Microsoft.CodeAnalysis.CodeFixes;
using PlanDsl.Testing.Internal;

namespace PlanDsl.CodeFixes.Tests;

public sealed class AddProducerFixTests
{
    private static readonly CodeFixTest Test = Fixing.With<AddProducerFixProvider>();

    [Fact]
    public Task Adds_a_step_of_the_right_type_before_the_first_step() => Test.FixAsync(
        AddProducerFixProvider.Key,
        """
        [Plan]
        public partial class Report
        {
            [Step]
            string Build(IReadOnlyList<string?> allOrders) => "";
        }
        """,
        """
        [Plan]
        public partial class Report
        {
            [Step]
            IReadOnlyList<string?> AllOrders() => throw new NotImplementedException();

            [Step]
            string Build(IReadOnlyList<string?> allOrders) => "";
        }
        """);

    [Fact]
    public Task Adds_a_step_before_one_that_is_documented() => Test.FixAsync(
        AddProducerFixProvider.Key,
        """
        namespace Shop
        {
            [Plan]
            public partial class Report
            {
                [Step]
                private int Fetch() => 1;

                /// <summary>Builds.</summary>
                [Step]
                private string Build(int fetch, DateOnly? day) => $"{day}{fetch}";
            }
        }
        """,
        """
        namespace Shop
        {
            [Plan]
            public partial class Report
            {
                [Step]
                private int Fetch() => 1;

                [Step]
                private DateOnly Day() => throw new NotImplementedException();

                /// <summary>Builds.</summary>
                [Step]
                private string Build(int fetch, DateOnly? day) => $"{day}{fetch}";
            }
        }
        """);

    [Fact]
    public Task Declares_the_key_where_the_name_is_taken() => Test.FixAsync(
        AddProducerFixProvider.Key,
        """
        [Plan]
        public partial class Report
        {
            private string Name { get; } = "";

            [Step]
            string Build([From("name")] string called) => called + Name;
        }
        """,
        """
        [Plan]
        public partial class Report
        {
            private string Name { get; } = "";

            [Step(ResultKey = "name")]
            string GetName() => throw new NotImplementedException();

            [Step]
            string Build([From("name")] string called) => called + Name;
        }
        """);

    [Fact]
    public async Task Is_not_offered_for_a_type_that_does_not_exist() => Assert.Empty(await Test.OfferedAsync(
        "[Plan] public partial class Report { [Step] void Build(Ordrs orders) { } }"));

    [Fact]
    public Task Fix_all_adds_one_producer_for_all_its_consumers() => Test.FixAllAsync(
        AddProducerFixProvider.Key,
        FixAllScope.Document,
        [
            """
            [Plan]
            public partial class Report
            {
                [Step]
                int Build(int[] orders, string name) => 1;

                [Step]
                int Send(int[] orders) => 2;
            }
            """,
        ],
        [
            """
            [Plan]
            public partial class Report
            {
                [Step]
                int[] Orders() => throw new NotImplementedException();

                [Step]
                string Name() => throw new NotImplementedException();

                [Step]
                int Build(int[] orders, string name) => 1;

                [Step]
                int Send(int[] orders) => 2;
            }
            """,
        ]);

    [Fact]
    public Task Fix_all_writes_no_method_twice() => (Test with { RemainingErrors = ["PLAN0201"] }).FixAllAsync(
        AddProducerFixProvider.Key,
        FixAllScope.Document,
        [
            """
            [Plan]
            public partial class Report
            {
                [Step]
                int Build(int part1, [From("part_1")] int other) => 1;
            }
            """,
        ],
        [
            """
            [Plan]
            public partial class Report
            {
                [Step]
                int Part1() => throw new NotImplementedException();

                [Step]
                int Build(int part1, [From("part_1")] int other) => 1;
            }
            """,
        ]);

    [Theory]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Fix_all_reaches_every_document(FixAllScope scope) => Test.FixAllAsync(
        AddProducerFixProvider.Key, scope, [Consumer("First"), Consumer("Second")], [Both("First"), Both("Second")]);

    private static string Consumer(string name) =>
        $$"""
        [Plan]
        public partial class {{name}}
        {
            [Step]
            int Build(int[] orders) => 1;
        }
        """;

    private static string Both(string name) =>
        $$"""
        [Plan]
        public partial class {{name}}
        {
            [Step]
            int[] Orders() => throw new NotImplementedException();

            [Step]
            int Build(int[] orders) => 1;
        }
        """;
}
