using FsCheck;
using FsCheck.Fluent;

namespace PlanDsl.Model.Tests;

public class ExpressionPropertyTests
{
    private static readonly string[] Pieces =
    [
        "a", "orders.total", ".", "[", "]", "(", ")", "0", "-1", "1.5e3", "'x'", "\"y\"", "'", "\"", "\\", "==", "=", "!", "!=", "<", ">=", "&&", "&", "||",
        "|", "??", "?", "?.", " in ", " not ", " and ", "true", "null", ",", "+", "-", "${", "${A}", "$${", "{{", "}}", "{{{{", "{", "}", "$", " ", "\n", "“", "”", "é",
        "\U0001f600", "\ud83d", "\0", ":", "@", "True",
    ];

    [Fact]
    public void Every_expression_is_written_and_read_back() => Prop.ForAll<int>(static seed =>
    {
        var expression = new RandomExpressions(new Random(seed)).Next(5);
        var text = expression.ToString();
        var parsed = Expression.Parse(text);
        Assert.Empty(parsed.Faults);
        Assert.Equal(expression, parsed.Root);
        Assert.Equal(expression.GetHashCode(), parsed.Root!.GetHashCode());
        Assert.Equal(text, parsed.Root.ToString());
        Assert.Equal((0, text.Length), (parsed.Root.Start, parsed.Root.Length));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    [Fact]
    public void Every_template_is_written_and_read_back() => Prop.ForAll<int>(static seed =>
    {
        var template = Template.Parse(RandomText(seed));
        if (template.Faults.IsEmpty)
            Assert.Equal(template, Template.Parse(template.ToString()));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    [Fact]
    public void No_text_is_refused_by_an_exception_and_all_faults_lie_in_it() => Prop.ForAll<int>(static seed =>
    {
        var text = RandomText(seed);
        var parsed = Expression.Parse(text);
        CheckFaults(text, parsed.Faults);
        Assert.True(parsed.Root is not null || parsed.Faults.Count > 0);
        foreach (var path in parsed.Root?.Paths ?? [])
            Assert.InRange(path.Start, 0, text.Length - path.Length);
        if (parsed.Faults.IsEmpty)
            Assert.Equal(parsed.Root, Expression.Parse(parsed.Root!.ToString()).Root);

        var template = Template.Parse(text);
        CheckFaults(text, template.Faults);
        CheckParts(text, template);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    private static void CheckFaults(string text, EquatableArray<ExpressionFault> faults)
    {
        Assert.InRange(faults.Count, 0, text.Length + 1);
        foreach (var fault in faults)
        {
            Assert.InRange(fault.Start, 0, text.Length);
            Assert.InRange(fault.Length, 0, text.Length - fault.Start);
            Assert.NotEmpty(fault.Message);
        }

        Assert.Equal(faults, faults.OrderBy(static fault => fault.Start));
    }

    // The parts are all of the text, one after the other.
    private static void CheckParts(string text, Template template)
    {
        var end = 0;
        var previous = TemplatePartKind.Expression;
        foreach (var part in template.Parts)
        {
            Assert.Equal(end, part.Start);
            Assert.True(part.Length > 0);
            Assert.False(part.Kind is TemplatePartKind.Text && previous is TemplatePartKind.Text);
            (end, previous) = (end + part.Length, part.Kind);
        }

        Assert.Equal(text.Length, end);
    }

    private static string RandomText(int seed)
    {
        var random = new Random(seed);
        return string.Concat(random.GetItems(Pieces, random.Next(16)));
    }
}
