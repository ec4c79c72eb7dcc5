namespace PlanDsl.Analyzers.Tests;

/// <summary>Where the findings of groups stand: at their attributes on the class, and at the members.</summary>
public sealed class GroupTests
{
    [Fact]
    public Task A_group_without_members_is_reported_at_its_name() => Verify.ReportsAsync(
        """
        [Plan]
        [ParallelGroup({|PLAN0002:"mirrors"|})]
        public partial class Download { [Step] void Near() { } }
        """,
        "Group 'mirrors' has no steps; name it in the Group of at least one step, or remove it");

    [Fact]
    public Task A_group_that_its_only_member_misspells_is_one_error() => Verify.ReportsAsync(
        """
        [Plan]
        [ParallelGroup("mirrors")]
        public partial class Download { [Step(Group = {|PLAN0102:"mirror"|})] void Near() { } }
        """,
        "Step 'near' is a member of 'mirror', which is no parallel group of this plan; did you mean 'mirrors'?");

    [Fact]
    public Task The_only_group_is_not_reported_beside_members_that_call_it_by_another_name() => Verify.ReportsAsync(
        """
        [Plan]
        [ParallelGroup("mirrors")]
        public partial class Download { [Step(Group = {|PLAN0102:"servers"|})] void Near() { } }
        """,
        "Step 'near' is a member of 'servers', which is no parallel group of this plan; the only group is 'mirrors'");

    [Fact]
    public Task A_group_without_a_name_is_one_error() => Verify.ReportsAsync(
        """
        [Plan]
        [ParallelGroup({|PLAN0004:""|})]
        public partial class Download { [Step] void Near() { } }
        """,
        "'' cannot be used as the id of a group: it is empty; use letters, digits and '_', '-', '.', '[', ']'");

    [Fact]
    public Task An_unknown_group_is_reported_where_it_is_named() => Verify.ReportsAsync(
        """
        [Plan]
        [ParallelGroup("mirrors")]
        public partial class Download
        {
            [Step(Group = {|PLAN0102:"mirror"|})] void Near() { }
            [Step(Group = "mirrors")] void Far() { }
        }
        """,
        "Step 'near' is a member of 'mirror', which is no parallel group of this plan; did you mean 'mirrors'?");

    [Fact]
    public Task Members_that_wait_for_each_other_are_reported_at_the_parameter() => Verify.ReportsAsync(
        """
        [Plan]
        [ParallelGroup("mirrors")]
        public partial class Download
        {
            [Step(Group = "mirrors")] int Near() => 1;
            [Step(Group = "mirrors")] int Far(int {|PLAN0103:near|}) => near;
        }
        """,
        "Step 'far' depends on 'near', which runs beside it in group 'mirrors', so it could never start; remove this edge");

    [Fact]
    public Task What_a_group_says_itself_is_reported_in_its_attribute() => Verify.ReportsAsync(
        """
        [Plan]
        [ParallelGroup("one", DependsOn = ["x", {|PLAN0103:nameof(P.A)|}], Strategy = {|PLAN0306:(ParallelStrategy)9|})]
        [ParallelGroup("two", Timeout = {|PLAN0301:"soon"|}, MaxParallel = {|PLAN0305:0|}, ResultKey = {|PLAN0004:"no key"|})]
        public partial class P
        {
            [Step] void X() { }
            [Step(Group = "one")] void A() { }
            [Step(Group = "two")] int B() => 1;
        }
        """,
        "Step 'one' depends on 'a', a member of it, so it could never start; remove this edge",
        "'9' is no strategy of a group; use All, FailFast, Any, Threshold or BestEffort",
        "Timeout of group 'two' is 'soon', which is no length of time; write it like 500ms, 10s, 2m, 1h, 2d or 00:01:30",
        "MaxParallel of group 'two' is 0, so no member could run; write 1 or more, or leave it out for no bound",
        "'no key' cannot be used as a result_key: it contains a space; use small letters, digits and '_'");

    [Fact]
    public Task A_group_and_a_step_of_one_id_are_one_error() => Verify.ReportsAsync(
        """
        [Plan]
        [ParallelGroup({|PLAN0003:"near"|})]
        public partial class Download { [Step] void Near() { } }
        """,
        "Group id 'near' is already taken by method 'Near'; rename one of the two");

    [Fact]
    public Task A_group_that_is_declared_twice_is_one_error() => Verify.ReportsAsync(
        """
        [Plan]
        [ParallelGroup("mirrors")]
        [ParallelGroup({|PLAN0003:"mirrors"|})]
        public partial class Download { [Step(Group = "mirrors")] void Near() { } }
        """,
        "Group id 'mirrors' is already taken by another group; rename one of the two");

    [Theory]
    [InlineData("ParallelStrategy.Any", "byte[]")]
    [InlineData("ParallelStrategy.All", "IReadOnlyList<byte[]>")]
    [InlineData("ParallelStrategy.FailFast", "byte[][]")]
    [InlineData("ParallelStrategy.BestEffort", "byte[]?[]")]
    public Task The_result_has_the_type_that_the_strategy_gives_it(string strategy, string type) => Verify.AcceptsAsync(Bound(strategy, type));

    [Theory]
    [InlineData("ParallelStrategy.Any", "{|PLAN0202:byte[][]|}")]
    [InlineData("ParallelStrategy.All", "{|PLAN0202:byte[]|}")]
    public Task Another_type_is_reported(string strategy, string type) => Verify.Test.RunAsync(Bound(strategy, type));

    [Fact]
    public Task A_group_whose_result_is_taken_as_another_type_is_called_a_group() => Verify.ReportsAsync(
        Bound("ParallelStrategy.Any", "{|PLAN0202:string|}"),
        "Parameter 'mirrors' of step 'unpack' takes 'string', but 'mirrors' is produced as 'byte[]' by group 'mirrors'; change one of the two types");

    [Theory]
    [InlineData("ParallelStrategy.All", "byte[]?[]")]
    [InlineData("ParallelStrategy.FailFast", "IReadOnlyList<byte[]?>")]
    [InlineData("ParallelStrategy.All", "{|PLAN0202:byte[][]|}")]
    [InlineData("ParallelStrategy.Any", "byte[]")]
    public Task A_member_with_a_condition_may_leave_its_place_empty(string strategy, string type) => Verify.Test.RunAsync(
        $$"""
        [Plan]
        [ParallelGroup("mirrors", Strategy = {{strategy}})]
        public partial class Download
        {
            [Step(Group = "mirrors", When = nameof(IsNear))] static byte[] Near() => [];
            [Step(Group = "mirrors")] static byte[] Far() => [];
            [Step] static void Unpack({{type}} mirrors, byte[]? near) { }
            static bool IsNear() => true;
        }
        """);

    [Fact]
    public Task Whoever_binds_a_member_with_a_condition_takes_null() => Verify.ReportsAsync(
        """
        [Plan]
        [ParallelGroup("mirrors")]
        public partial class Download
        {
            [Step(Group = "mirrors", When = nameof(IsNear))] static byte[] Near() => [];
            [Step(Group = "mirrors")] static byte[] Far() => [];
            [Step] static void Unpack({|PLAN0204:byte[]|} near, byte[] far) { }
            static bool IsNear() => true;
        }
        """,
        "Parameter 'near' of step 'unpack' takes 'byte[]', but 'near' may be absent, because step 'near' is skipped when its condition does not hold; make it 'byte[]?'");

    [Fact]
    public Task What_a_missing_name_in_a_groups_attribute_breaks_is_C_sharps_to_say() => Verify.AcceptsAsync(
        """
        [Plan]
        [ParallelGroup("mirrors", DependsOn = [nameof({|CS0103:Prepare|})])]
        public partial class Download { [Step(Group = "mirrors")] void Near() { } }
        """);

    [Fact]
    public Task Nobody_binds_what_an_unsupported_member_would_have_made() => Verify.Test.RunAsync(
        """
        [Plan]
        [ParallelGroup("mirrors")]
        public partial class Download
        {
            [Step(Group = "mirrors")] int Near() => 1;
            [Step(Group = "mirrors")] ref int {|PLAN0006:Far|}() => throw new Exception();
            [Step] void Unpack(string mirrors) { }
        }
        """);

    private static string Bound(string strategy, string type) => $$"""
        [Plan]
        [ParallelGroup("mirrors", Strategy = {{strategy}})]
        public partial class Download
        {
            [Step(Group = "mirrors")] static byte[] Near() => [];
            [Step(Group = "mirrors")] static byte[] Far() => [];
            [Step] static void Unpack({{type}} mirrors) { }
        }
        """;
}
