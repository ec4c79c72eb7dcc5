namespace PlanDsl.Model;

/// <summary>The first names of paths that never mean a result_key.</summary>
internal static class ReferenceRoots
{
    public const string Inputs = "inputs";
    public const string Bindings = "bindings";
    public const string Env = "env";
    public const string Steps = "steps";
    public const string Item = "item";
    public const string Index = "index";
    public const string Result = "result";
    public const string Previous = "previous";
    public const string Iteration = "iteration";

    /// <summary>Whether <paramref name="name"/> is one of them.</summary>
    public static bool IsReserved(string name) =>
        name is Inputs or Bindings or Env or Steps or Item or Index or Result or Previous or Iteration;

    /// <summary>How many segments of a path lead to what it names: <c>bindings.orders</c> names what <c>orders</c> does.</summary>
    public static int SegmentsToName(PathExpression path) => path.Root is Inputs or Bindings or Env or Steps ? 1 : 0;
}
