using PlanDsl.Model;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Compiler.Tests;

public class CSharpPositionsTests
{
    private const string Source = """
        public partial class P { [Step] int Zero() => 0; }
        [Plan(Id = "the id", MaxParallel = -1, Timeout = "1m", DefaultTimeout = "1s")]
        public partial class P
        {
            [Step(ResultKey = "key", DependsOn = [nameof(Zero), "two"], OnFailure = (FailurePolicy)9)]
            int One([From("from")] List<int> list, int? other) => 1;

            [Step(DependsOn = new[] { "a", "b" }, Timeout = "2s", TotalTimeout = "3s", Retries = 4, RetryDelay = "5s", RetryMaxDelay = "6s",
                RetryBackoff = RetryBackoff.Exponential, RetryOn = [typeof(int), typeof(uint)], NoRetryOn = new Type[] { typeof(long) }, Pipeline = "p")] void Two() {}
        }
        """;

    public static TheoryData<Anchor, string> Anchors => new()
    {
        { Anchor.Plan, "P" },
        { Anchor.Plan.At(PropertyNames.Id), "\"the id\"" },
        { Anchor.Plan.At(PropertyNames.MaxParallel), "-1" },
        { Anchor.Step(0), "Zero" },
        { Anchor.Step(0).At(PropertyNames.ResultKey), "Zero" },
        { Anchor.Step(1), "One" },
        { Anchor.Step(1).At(PropertyNames.ResultKey), "\"key\"" },
        { Anchor.Step(1).At(PropertyNames.DependsOn), "[nameof(Zero), \"two\"]" },
        { Anchor.Step(1).At(PropertyNames.DependsOn, 0), "nameof(Zero)" },
        { Anchor.Step(1).At(PropertyNames.DependsOn, 1), "\"two\"" },
        { Anchor.Step(2).At(PropertyNames.DependsOn, 1), "\"b\"" },
        { Anchor.Step(1).At(PropertyNames.OnFailure), "(FailurePolicy)9" },
        { Anchor.Plan.At(PropertyNames.Timeout), "\"1m\"" },
        { Anchor.Plan.At(PropertyNames.DefaultTimeout), "\"1s\"" },
        { Anchor.Step(2).At(PropertyNames.Timeout), "\"2s\"" },
        { Anchor.Step(2).At(PropertyNames.TotalTimeout), "\"3s\"" },
        { Anchor.Step(2).At(PropertyNames.Retries), "4" },
        { Anchor.Step(2).At(PropertyNames.RetryDelay), "\"5s\"" },
        { Anchor.Step(2).At(PropertyNames.RetryMaxDelay), "\"6s\"" },
        { Anchor.Step(2).At(PropertyNames.RetryBackoff), "RetryBackoff.Exponential" },
        { Anchor.Step(2).At(PropertyNames.RetryOn), "[typeof(int), typeof(uint)]" },
        { Anchor.Step(2).At(PropertyNames.RetryOn, 1), "typeof(uint)" },
        { Anchor.Step(2).At(PropertyNames.NoRetryOn, 0), "typeof(long)" },
        { Anchor.Step(2).At(PropertyNames.Pipeline), "\"p\"" },
        { Anchor.StepParameter(1, 0), "list" },
        { Anchor.StepParameter(1, 0).At(PropertyNames.Type), "List<int>" },
        { Anchor.StepParameter(1, 0).At(PropertyNames.From), "\"from\"" },
        { Anchor.StepParameter(1, 1).At(PropertyNames.Type), "int?" },
        { Anchor.StepParameter(1, 1).At(PropertyNames.From), "other" },
    };

    [Theory]
    [MemberData(nameof(Anchors))]
    public void An_anchor_is_found_at_the_narrowest_token(Anchor anchor, string text)
    {
        var compilation = TestCompilation.Create(Source);
        var positions = new CSharpPositions(compilation.GetTypeByMetadataName("P")!, PlanSymbols.TryCreate(compilation)!);
        var location = positions.Of(anchor);
        Assert.Equal(text, location.SourceTree!.GetText().ToString(location.SourceSpan));
    }

    [Fact]
    public void The_plan_is_found_at_the_part_that_carries_the_attribute()
    {
        var compilation = TestCompilation.Create(Source);
        var positions = new CSharpPositions(compilation.GetTypeByMetadataName("P")!, PlanSymbols.TryCreate(compilation)!);
        Assert.Equal(2, positions.Of(Anchor.Plan).GetLineSpan().StartLinePosition.Line);
    }
}
