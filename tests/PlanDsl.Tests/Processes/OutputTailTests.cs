using System.Text;

namespace PlanDsl.Tests;

public sealed class OutputTailTests
{
    [Fact]
    public void The_tail_is_the_end_of_all_that_was_appended()
    {
        var random = new Random(3);
        for (var round = 0; round < 200; round++)
        {
            var tail = new OutputTail();
            var all = new List<byte>();
            for (var piece = random.Next(8); piece > 0; piece--)
            {
                var bytes = new byte[random.Next(random.Next(2) == 0 ? 100 : 3 * OutputTail.Bound)];
                Array.Fill(bytes, (byte)random.Next('a', 'z'));
                tail.Append(bytes);
                all.AddRange(bytes);
            }

            Assert.Equal(Encoding.ASCII.GetString([.. all.TakeLast(OutputTail.Bound)]), tail.ToString());
        }
    }

    [Theory]
    [InlineData("é")]
    [InlineData("→")]
    [InlineData("😀")]
    public void It_does_not_begin_within_a_character(string character)
    {
        for (var shift = 0; shift < 4; shift++)
        {
            var tail = new OutputTail();
            tail.Append(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(character, OutputTail.Bound))));
            tail.Append(new byte[shift]);

            Assert.DoesNotContain('\uFFFD', tail.ToString());
            Assert.InRange(Encoding.UTF8.GetByteCount(tail.ToString()), OutputTail.Bound - 3, OutputTail.Bound);
        }
    }

    [Fact]
    public void Bytes_that_are_no_text_at_its_true_beginning_are_shown()
    {
        var tail = new OutputTail();
        tail.Append([0x80, (byte)'a']);

        Assert.Equal("\uFFFDa", tail.ToString());
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("\n", "")]
    [InlineData("a\r\n", "a")]
    [InlineData("a\n\n", "a\n")]
    [InlineData("a\r", "a\r")]
    public void One_final_newline_is_left_out(string text, string expected)
    {
        var tail = new OutputTail();
        tail.Append(Encoding.UTF8.GetBytes(text));

        Assert.Equal(expected, tail.ToString());
    }

    [Fact]
    public void A_hundred_megabytes_take_no_more_room_than_the_bound()
    {
        var tail = new OutputTail();
        var bytes = new byte[10_000];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var index = 0; index < 10_000; index++)
            tail.Append(bytes);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 * OutputTail.Bound);
    }
}
