namespace PlanDsl.Benchmarks;

/// <summary>Ten steps, each of which binds the result of the one before and returns at once.</summary>
[Plan]
internal sealed partial class TenCallsPlan
{
    [Step] private static int A([Input] int value) => Step.NoOp(value);

    [Step] private static int B(int a) => Step.NoOp(a);

    [Step] private static int C(int b) => Step.NoOp(b);

    [Step] private static int D(int c) => Step.NoOp(c);

    [Step] private static int E(int d) => Step.NoOp(d);

    [Step] private static int F(int e) => Step.NoOp(e);

    [Step] private static int G(int f) => Step.NoOp(f);

    [Step] private static int H(int g) => Step.NoOp(g);

    [Step] private static int I(int h) => Step.NoOp(h);

    [Step] private static int J(int i) => Step.NoOp(i);
}
