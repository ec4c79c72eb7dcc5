namespace PlanDsl.Tests;

public sealed class SerialOrderTests
{
    [Fact]
    public void A_chain_has_no_forks() =>
        Assert.False(OrderOf([[], [0], [1], [2]]).HasForks);

    [Fact]
    public void A_plan_in_which_one_step_runs_at_a_time_has_no_forks() =>
        Assert.False(OrderOf([[], [], []], maxParallel: 1).HasForks);

    [Fact]
    public void Steps_are_in_the_order_in_which_one_thread_starts_them() =>
        Assert.Equal([0, 1, 3, 2], OrderOf([[], [0], [0], [1]]).Steps);

    // 0 1 2 and 3, in the order 0 1 3 2, then 4 after both ends, and 5 after that.
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(5, false)]
    [InlineData(6, false)]
    public void A_second_thread_is_of_use_up_to_the_last_two_steps_that_do_not_wait_for_each_other(int place, bool expected) =>
        Assert.Equal(expected, OrderOf([[], [0], [0], [1], [2, 3], [4]]).ForksFrom(place));

    [Fact]
    public void A_strand_begins_behind_the_one_before_it()
    {
        var table = SerialProgram.TableOf([.. Enumerable.Repeat(Array.Empty<int>(), 200)]);

        Assert.Equal([1, 65, 129, 193], Enumerable.Range(0, table.Order!.StrandCount).Select(table.Order.FirstPlaceOf));
    }

    private static SerialOrder OrderOf(int[][] predecessors, int? maxParallel = null) =>
        SerialProgram.TableOf(predecessors, maxParallel).Order!;
}
