using System.Globalization;
using System.Text;

namespace PlanDsl.Model.Tests;

/// <summary>Files of thousands of steps, for which readers guess how much room they need and make a name only once.</summary>
public class LargeFileTests
{
    [Fact]
    public void Names_are_those_that_are_written()
    {
        var random = new Random(8);
        string[] ids = [.. Enumerable.Range(0, 20_000).Select(number => NameOf(number, random))];
        var text = new StringBuilder("{ \"plan_id\": \"p\", \"steps\": [");
        for (var step = 0; step < ids.Length; step++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{{ \"id\": {Quote(ids[step], random)}, \"call\": {Quote(ids[step % 3], random)}, \"depends_on\": [");
            if (step > 0)
                text.Append(Quote(ids[step * 7919 % step], random)).Append(", ").Append(Quote(ids[step - 1], random));
            text.Append("] },");
        }

        var model = PlanFileReader.Read(text.Append("] }").ToString(), "p.plan.json").Model;
        for (var step = 0; step < ids.Length; step++)
        {
            Assert.Equal(ids[step], model.Steps[step].Id);
            Assert.Equal(ids[step % 3], Assert.IsType<CallBody>(model.Steps[step].Body).Name);
            Assert.Equal(step == 0 ? [] : [ids[step * 7919 % step], ids[step - 1]], model.Steps[step].DependsOn);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_may_be_dense_at_one_end_and_thin_at_the_other(bool isDenseFirst)
    {
        var dense = $"\"metadata\": {{ \"numbers\": [{string.Concat(Enumerable.Repeat("0,", 100_000))}] }},";
        var thin = new string(' ', 200_000);
        var text = $"{{ {(isDenseFirst ? dense + thin : thin + dense)} \"plan_id\": \"p\", \"steps\": [{{ \"id\": \"a\", \"call\": \"c\" }}] }}";

        var file = PlanFileReader.Read(text, "p.plan.json");

        Assert.Empty(file.Check());
        Assert.Equal("a", Assert.Single(file.Model.Steps).Id);
    }

    private static string NameOf(int number, Random random) => $"{(char)('a' + random.Next(26))}{number.ToString(CultureInfo.InvariantCulture)}";

    // Some of them with an escape.
    private static string Quote(string name, Random random) =>
        random.Next(8) == 0 ? $"\"\\u{(int)name[0]:x4}{name.AsSpan(1)}\"" : $"\"{name}\"";
}
