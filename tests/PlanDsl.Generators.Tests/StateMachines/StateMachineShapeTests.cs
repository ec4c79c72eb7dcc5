using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

public class StateMachineShapeTests
{
    private const string Attributes = """
        [StateMachine(Initial = S.A, Terminal = new object[] { S.B })]
        [Transition(S.A, T.Go, S.B)]
        """;

    [Theory]
    [InlineData("public enum S { A, B } public enum T { Go } " + Attributes + " public static partial class M;")]
    [InlineData("namespace N.@class; enum S { A, B } enum T { Go } " + Attributes + " static partial class @event;")]
    [InlineData("public enum S { A, B } public enum T { Go } partial interface IOuter<X> { protected partial record struct Inner<Y> { " + Attributes + " private static partial class M<Z>; } }")]
    [InlineData("public enum S { A, B } enum T { Go } " + Attributes + " public static partial class M;")]
    [InlineData("public partial class Outer { private enum S { A, B } protected enum T { Go } " + Attributes + " public static partial class M; }")]
    [InlineData("using static M; public static partial class M { public enum S { A, B } private enum T { Go } } [StateMachine(Initial = M.S.A, Terminal = new object[] { M.S.B })][Transition(M.S.A, M.S.B, M.S.B)] static partial class M;")]
    [InlineData("public enum S { A, [Obsolete] B } public enum T { [Obsolete] Go, [Obsolete(\"no\", true)] Never } [Obsolete] public static class Old { [Obsolete] public const T Go = T.Go; } [Obsolete] " + Attributes + " public static partial class M;")]
    [InlineData("public enum S { A, B } public enum T { Go } " + Attributes + " public static partial class M { public static bool TryFire(S state, T trigger) => TryFire(state, trigger, out _); }")]
    [InlineData("public enum S { A, B } public enum T { Go } [StateMachine(Initial = S.A)][Transition(S.A, T.Go, S.B)] public static partial class M; [Transition(to: S.A, from: S.B, trigger: T.Go)] public static partial class M { }")]
    public void Compiles_without_a_warning(string source)
    {
        var run = GeneratorRun.Of(TestCompilation.Create(source), new StateMachineGenerator()).AssertCompiles();
        Assert.DoesNotContain("throw", run.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Machines_whose_names_differ_in_case_alone_stand_side_by_side()
    {
        const string Source = "public enum S { A, B } public enum T { Go } namespace n { "
            + Attributes + " public static partial class Door; " + Attributes + " public static partial class DOOR; } namespace N { " + Attributes + " public static partial class Door; }";
        Assert.Equal(3, GeneratorRun.Of(TestCompilation.Create(Source), new StateMachineGenerator()).AssertCompiles().Sources.Count);
    }

    [Fact]
    public void A_class_that_is_not_partial_is_one_error_of_the_compiler()
    {
        const string Source = "public enum S { A, B } public enum T { Go } " + Attributes + " public static class M;";
        Assert.Equal(["CS0260"], GeneratorRun.Of(TestCompilation.Create(Source), new StateMachineGenerator()).Problems().Select(problem => problem.Id));
    }

    [Theory]
    [InlineData("public enum S { A, B } public enum T { Go } " + Attributes + " public static partial class M { public static string ToMermaid() => \"\"; }")]
    [InlineData("public enum S { A, B } public enum T { Go } " + Attributes + " file static partial class M;")]
    [InlineData("[StateMachine] public static partial class M;")]
    [InlineData("[StateMachine, Transition(\"a\", \"go\", \"b\")] public static partial class M;")]
    public void What_cannot_be_extended_is_left_alone(string source) =>
        Assert.Empty(GeneratorRun.Of(TestCompilation.Create(source), new StateMachineGenerator()).AssertCompiles().Sources);

    [Fact]
    public void Half_written_declarations_do_not_disturb_the_generator()
    {
        const string Source = "public enum S { A, B } public enum T { Go } [StateMachine(Initial = S.)] [StateMachine] [Transition(S.A, T.Go)] [Transition(S.A, T.Go, S.B)] public static partial class M;";
        Assert.Single(GeneratorRun.Of(TestCompilation.Create(Source), new StateMachineGenerator()).Sources);
    }
}
