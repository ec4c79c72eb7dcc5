using PlanDsl.Model;

namespace PlanDsl.Compiler.Tests;

/// <summary>Types are spelled once per compilation; what C# tells apart must not be spelled alike for that.</summary>
public class TypeSpellingTests
{
    [Fact]
    public void Types_that_differ_in_no_more_than_an_annotation_or_a_name_are_spelled_apart()
    {
        var plan = ReadPlan.From("""
            [Plan] public partial class P
            {
                [Step] int A(
                    [Input] List<string> a, [Input] List<string?> b, [Input] List<string>? c,
                    [Input] (int A, int B) d, [Input] (int X, int Y) e,
                    [Input] object f, [Input] dynamic g, [Input] int h, [Input] int? i) => 1;
            #nullable disable
                [Step] int B([Input] List<string> j) => 1;
            #nullable restore
            }
            """);

        Assert.Equal(
            [
                "global::System.Collections.Generic.List<string> NotNull",
                "global::System.Collections.Generic.List<string?> NotNull",
                "global::System.Collections.Generic.List<string> Nullable",
                "(int A, int B) NotNull",
                "(int X, int Y) NotNull",
                "object NotNull",
                "dynamic NotNull",
                "int NotNull",
                "int? Nullable",
                "global::System.Collections.Generic.List<string> Oblivious",
            ],
            plan.Model.Inputs.Select(static input => $"{input.Type.Name} {input.Type.Nullability}"));
    }
}
