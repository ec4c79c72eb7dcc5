namespace PlanDsl.Analyzers.Tests;

public sealed class RecursivePlanTests
{
    [Fact]
    public Task Reports_a_plan_that_runs_itself() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Again
        {
            [Step(Plan = {|PLAN0106:typeof(Again)|})] private partial Task<Again.Results> Once(CancellationToken ct);
        }
        """,
        "Step 'once' has this plan run again within itself, without end: Again → Again; let one of these plans do without the next");

    [Fact]
    public Task Reports_a_circle_of_three_plans_in_each_of_them() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class A
        {
            [Step(Plan = {|PLAN0106:typeof(B)|})] private partial Task<B.Results> Next();
        }

        [Plan(Id = "the-second")]
        public partial class B
        {
            [Step(Plan = typeof(D))] private partial Task<D.Results> Done();
            [Step(Plan = {|PLAN0106:typeof(C<int>)|})] private partial Task<C<int>.Results> Next();
        }

        [Plan]
        public partial class C<T>
        {
            [Step(Plan = {|PLAN0106:typeof(A)|})] private partial Task Next();
        }

        [Plan]
        public partial class D
        {
            [Step] int Number() => 1;
        }
        """,
        "Step 'next' has this plan run again within itself, without end: A → the-second → C`1 → A; let one of these plans do without the next",
        "Step 'next' has this plan run again within itself, without end: the-second → C`1 → A → the-second; let one of these plans do without the next",
        "Step 'next' has this plan run again within itself, without end: C`1 → A → the-second → C`1; let one of these plans do without the next");

    [Fact]
    public Task Reports_a_circle_once_in_a_plan_that_leads_into_it_by_several_steps() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Crawl
        {
            [Step(Plan = {|PLAN0106:typeof(Page)|})] private partial Task<Page.Results> Visit();
            [Step(Plan = {|related:typeof(Page)|})] private partial Task<Page.Results> VisitAgain();
        }

        [Plan]
        public partial class Page
        {
            [Step(Plan = {|PLAN0106:typeof(Crawl)|})] private partial Task<Crawl.Results> Follow();
        }
        """,
        "Step 'visit' has this plan run again within itself, without end: Crawl → Page → Crawl; let one of these plans do without the next",
        "Step 'follow' has this plan run again within itself, without end: Page → Crawl → Page; let one of these plans do without the next");

    [Fact]
    public async Task Reports_a_circle_of_plans_in_CSharp_and_plan_files_in_each_of_them()
    {
        var diagnostics = await (Verify.Test with
        {
            Files =
            [
                new("/src/page.plan.json", """{ "plan_id": "page", "steps": [{ "id": "follow", "plan": {|PLAN0106:"frame"|} }] }"""),
                new("/src/frame.plan.json", """{ "plan_id": "frame", "steps": [{ "id": "fill", "plan": {|PLAN0106:"crawl"|} }] }"""),
            ],
        }).RunAsync(
            """
            [Plan("page.plan.json")] public partial class Page;

            [Plan(Id = "crawl")]
            public partial class Crawl
            {
                [Step(Plan = {|PLAN0106:typeof(Visit)|})] private partial Task Go();
            }

            [Plan]
            public partial class Visit
            {
                [Step(Plan = {|PLAN0106:typeof(Page)|})] private partial Task<Page.Results> Look();
                [Step(Plan = {|related:typeof(Page)|})] private partial Task<Page.Results> LookAgain();
                [Step(Plan = typeof(Other))] private partial Task Leave();
            }

            [Plan] public partial class Other { [Step] int Number() => 1; }
            """);

        Assert.Equal(
            [
                "Step 'fill' has this plan run again within itself, without end: frame → crawl → Visit → page → frame; let one of these plans do without the next",
                "Step 'follow' has this plan run again within itself, without end: page → frame → crawl → Visit → page; let one of these plans do without the next",
                "Step 'go' has this plan run again within itself, without end: crawl → Visit → page → frame → crawl; let one of these plans do without the next",
                "Step 'look' has this plan run again within itself, without end: Visit → page → frame → crawl → Visit; let one of these plans do without the next",
            ],
            diagnostics.Select(static diagnostic => diagnostic.GetMessage(null)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public Task Accepts_plans_of_both_kinds_that_lead_into_no_circle() => (Verify.Test with
    {
        Files = [new("/src/page.plan.json", """{ "plan_id": "page", "steps": [{ "id": "follow", "plan": "other" }, { "id": "again", "plan": "other" }] }""")],
    }).RunAsync(
        """
        [Plan("page.plan.json")] public partial class Page;

        [Plan] public partial class Crawl
        {
            [Step(Plan = typeof(Page))] private partial Task Look();
            [Step(Plan = typeof(Other))] private partial Task Leave();
        }

        [Plan(Id = "other")] public partial class Other { [Step] int Number() => 1; }
        """);

    [Fact]
    public Task Accepts_a_plan_that_leads_into_no_circle_by_two_ways() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Top
        {
            [Step(Plan = typeof(Left))] private partial Task<Left.Results> L();
            [Step(Plan = typeof(Right))] private partial Task<Right.Results> R();
            [Step(Plan = typeof(Bottom))] private partial Task<Bottom.Results> B();
        }

        [Plan] public partial class Left { [Step(Plan = typeof(Bottom))] private partial Task<Bottom.Results> B(); }
        [Plan] public partial class Right { [Step(Plan = typeof(Bottom))] private partial Task<Bottom.Results> B(); }
        [Plan] public partial class Bottom { [Step] int Number() => 1; }
        """);

    [Fact]
    public Task Leaves_a_plan_alone_that_only_leads_into_a_circle() => Verify.AcceptsAsync(
        """
        [Plan] public partial class Outside { [Step(Plan = typeof(Inside))] private partial Task<Inside.Results> Go(); }
        [Plan] public partial class Inside { [Step(Plan = {|PLAN0106:typeof(Inside)|})] private partial Task<Inside.Results> Go(); }
        """);
}
