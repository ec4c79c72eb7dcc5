namespace PlanDsl.Analyzers.Tests;

public sealed class UnsupportedShapeTests
{
    [Fact]
    public Task Reports_a_static_plan() => Verify.ReportsAsync(
        """
        [Plan]
        public static partial class {|PLAN0005:Report|}
        {
            [Step] static void Build() { }
        }
        """,
        "'Report' cannot be a plan: it is static, and a run needs an instance; remove 'static'");

    [Fact]
    public Task Reports_a_ref_struct() => Verify.ReportsAsync(
        """
        [Plan]
        public ref partial struct {|PLAN0005:Report|}
        {
            [Step] void Build() { }
        }
        """,
        "'Report' cannot be a plan: it is a ref struct, which a run cannot hold on to; remove 'ref'");

    [Fact]
    public Task Reports_a_plan_that_derives_from_a_plan() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] void Build() { }
        }

        [Plan]
        public partial class {|PLAN0005:Detailed|} : Report
        {
            [Step] void Add() { }
        }
        """,
        "'Detailed' cannot be a plan: it derives from 'Report', which is a plan itself; let both derive from a class without [Plan]");

    [Fact]
    public Task A_plan_that_names_the_steps_of_a_plan_it_derives_from_is_one_error() => Verify.ReportsAsync(
        """
        [Plan]
        [ParallelGroup("mirrors")]
        public partial class Report
        {
            [Step] protected int Fetch() => 1;
            [Step(ResultKey = "rates")] protected int FetchRates() => 1;
            [Step(Group = "mirrors")] protected int Near() => 1;
        }

        [Plan]
        public partial class {|PLAN0005:Detailed|} : Report
        {
            [Step] int Add(int fetch, int rates) => 1;
            [Step(DependsOn = new[] { nameof(FetchRates), "fetch" })] void Log() { }
            [Step(Group = "mirrors")] int Far() => 1;
            [Step] int Count(int {|PLAN0201:rate|}) => 1;
        }
        """,
        "'Detailed' cannot be a plan: it derives from 'Report', which is a plan itself; let both derive from a class without [Plan]",
        "No step produces 'rate', which parameter 'rate' of step 'count' binds; the results to bind are 'add', 'far'; or mark it [Input]");

    [Fact]
    public Task Reports_a_plan_in_a_class_that_cannot_be_extended() => Verify.ReportsAsync(
        """
        public class Outer
        {
            [Plan]
            public partial class {|PLAN0005:Report|}
            {
                [Step] void Build() { }
            }
        }
        """,
        "'Report' cannot be a plan: 'Outer' around it is not partial, so its members cannot be generated; add 'partial' there");

    [Fact]
    public Task Reports_a_step_outside_a_plan() => Verify.ReportsAsync(
        """
        public class Report
        {
            [Step] void {|PLAN0005:Build|}() { }
        }
        """,
        "'Build' cannot be a step: 'Report' is no plan; mark it [Plan] or remove [Step]");

    [Fact]
    public Task Reports_a_state_machine_that_is_not_static() => Verify.ReportsAsync(
        """
        public enum Door { Open, Closed }
        public enum Hand { Push }

        [StateMachine(Initial = Door.Open, Terminal = new object[] { Door.Closed })]
        [Transition(Door.Open, Hand.Push, Door.Closed)]
        public partial class {|PLAN0005:Doors|};
        """,
        "'Doors' cannot be a state machine: it holds no state of its own; make it static");

    [Fact]
    public Task Accepts_a_plan_that_derives_from_a_class() => Verify.AcceptsAsync(
        """
        public abstract class Base
        {
            protected int Count => 1;
        }

        [Plan]
        public partial class Report : Base
        {
            [Step] int Build() => Count;
        }
        """);
}
