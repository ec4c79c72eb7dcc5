public enum PlanDsl.FailurePolicy : int
{
    Abort = 0;
    Continue = 2;
    SkipDependents = 1;
}

public sealed class PlanDsl.Model.AgentBody : PlanDsl.Model.StepBody, System.IEquatable<PlanDsl.Model.AgentBody>
{
    public .ctor(string AgentId);
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.NamedValue> With { get; init; };
    public PlanDsl.Model.Template? Prompt { get; init; };
    public string AgentId { get; init; };
    public string? ActionId { get; init; };
}

public struct PlanDsl.Model.Anchor : System.IEquatable<PlanDsl.Model.Anchor>
{
    public PlanDsl.Model.Anchor At(string property, int item = -1);
    public PlanDsl.Model.AnchorKind Kind { get; };
    public PlanDsl.Model.MethodRole Role { get; };
    public PlanDsl.Model.TextSpan TextSpan { get; };
    public int Index { get; };
    public int Item { get; };
    public int Parameter { get; };
    public static PlanDsl.Model.Anchor Plan { get; };
    public static PlanDsl.Model.Anchor State(int index);
    public static PlanDsl.Model.Anchor Step(int step);
    public static PlanDsl.Model.Anchor StepMethod(int step, PlanDsl.Model.MethodRole role);
    public static PlanDsl.Model.Anchor StepParameter(int step, int parameter, PlanDsl.Model.MethodRole role = Body);
    public static PlanDsl.Model.Anchor Text(PlanDsl.Model.TextSpan span);
    public static PlanDsl.Model.Anchor Transition(int index);
    public static PlanDsl.Model.Anchor Trigger(int index);
    public string? Property { get; };
}

public enum PlanDsl.Model.AnchorKind : int
{
    Parameter = 2;
    Plan = 0;
    State = 4;
    Step = 1;
    Text = 6;
    Transition = 3;
    Trigger = 5;
}

public sealed class PlanDsl.Model.ArrayExpression : PlanDsl.Model.Expression, System.IEquatable<PlanDsl.Model.ArrayExpression>
{
    public .ctor(PlanDsl.Model.EquatableArray<PlanDsl.Model.Expression> Elements);
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.Expression> Elements { get; init; };
    public bool Equals(PlanDsl.Model.ArrayExpression? other);
    public virtual PlanDsl.Model.EquatableArray<PlanDsl.Model.Expression> Parts { get; };
    public virtual int GetHashCode();
}

public sealed class PlanDsl.Model.ArrayValue : PlanDsl.Model.ValueTemplate, System.IEquatable<PlanDsl.Model.ArrayValue>
{
    public .ctor(PlanDsl.Model.EquatableArray<PlanDsl.Model.ValueTemplate> Items);
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.ValueTemplate> Items { get; init; };
}

public sealed class PlanDsl.Model.BinaryExpression : PlanDsl.Model.Expression, System.IEquatable<PlanDsl.Model.BinaryExpression>
{
    public .ctor(PlanDsl.Model.BinaryOperator Operator, PlanDsl.Model.Expression Left, PlanDsl.Model.Expression Right);
    public PlanDsl.Model.BinaryOperator Operator { get; init; };
    public PlanDsl.Model.Expression Left { get; init; };
    public PlanDsl.Model.Expression Right { get; init; };
    public bool Equals(PlanDsl.Model.BinaryExpression? other);
    public int OperatorStart { get; init; };
    public virtual PlanDsl.Model.EquatableArray<PlanDsl.Model.Expression> Parts { get; };
    public virtual int GetHashCode();
}

public enum PlanDsl.Model.BinaryOperator : int
{
    Equal = 0;
    Greater = 4;
    GreaterOrEqual = 5;
    In = 6;
    Less = 2;
    LessOrEqual = 3;
    NotEqual = 1;
}

public struct PlanDsl.Model.Binding : System.IEquatable<PlanDsl.Model.Binding>
{
    public .ctor(int Step, PlanDsl.Model.MethodRole Role, int Index, PlanDsl.Model.ParameterModel Parameter, int Producer);
    public PlanDsl.Model.Anchor Anchor { get; };
    public PlanDsl.Model.MethodRole Role { get; init; };
    public PlanDsl.Model.ParameterModel Parameter { get; init; };
    public bool IsOwnResult { get; };
    public int Index { get; init; };
    public int Producer { get; init; };
    public int Step { get; init; };
}

public sealed class PlanDsl.Model.CallBody : PlanDsl.Model.StepBody, System.IEquatable<PlanDsl.Model.CallBody>
{
    public .ctor(string Name, PlanDsl.Model.EquatableArray<PlanDsl.Model.NamedValue> With);
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.NamedValue> With { get; init; };
    public string Name { get; init; };
}

public sealed class PlanDsl.Model.CaptionModel : System.IEquatable<PlanDsl.Model.CaptionModel>
{
    public .ctor();
    public PlanDsl.Model.EquatableArray<string> Tags { get; init; };
    public string? Description { get; init; };
    public string? Title { get; init; };
}

public sealed class PlanDsl.Model.CoalesceExpression : PlanDsl.Model.Expression, System.IEquatable<PlanDsl.Model.CoalesceExpression>
{
    public .ctor(PlanDsl.Model.EquatableArray<PlanDsl.Model.Expression> operands);
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.Expression> Operands { get; };
    public bool Equals(PlanDsl.Model.CoalesceExpression? other);
    public virtual PlanDsl.Model.EquatableArray<PlanDsl.Model.Expression> Parts { get; };
    public virtual int GetHashCode();
}

public sealed class PlanDsl.Model.CommandBody : PlanDsl.Model.StepBody, System.IEquatable<PlanDsl.Model.CommandBody>
{
    public .ctor(PlanDsl.Model.Template Command);
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.NamedTemplate> Environment { get; init; };
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.Template> Args { get; init; };
    public PlanDsl.Model.Template Command { get; init; };
    public PlanDsl.Model.Template? WorkingDirectory { get; init; };
    public bool IsShell { get; init; };
}

public sealed class PlanDsl.Model.CompiledExpression : System.IEquatable<PlanDsl.Model.CompiledExpression>
{
    public .ctor(PlanDsl.Model.ExpressionType? Type, string? Code, PlanDsl.Model.EquatableArray<PlanDsl.Model.TypeFault> Faults);
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.TypeFault> Faults { get; init; };
    public PlanDsl.Model.ExpressionType? Type { get; init; };
    public bool IsDynamic { get; };
    public string? Code { get; init; };
}

public sealed class PlanDsl.Model.ConstantModel : System.IEquatable<PlanDsl.Model.ConstantModel>
{
    public .ctor(string Name, string Json);
    public string Json { get; init; };
    public string Name { get; init; };
}

public static class PlanDsl.Model.ControlCharacters
{
    public static string Spelled(string text, bool keepsLines = False);
}

public sealed class PlanDsl.Model.CriticalPath : System.IEquatable<PlanDsl.Model.CriticalPath>
{
    public .ctor(long Length, PlanDsl.Model.EquatableArray<int> Steps);
    public PlanDsl.Model.EquatableArray<int> Steps { get; init; };
    public long Length { get; init; };
    public static PlanDsl.Model.CriticalPath Of(PlanDsl.Model.PlanGraph graph, System.ReadOnlySpan<long> weights);
}

public static class PlanDsl.Model.DecisionVariables
{
    public static PlanDsl.Model.EquatableArray<PlanDsl.Model.NamedTemplate> Of(PlanDsl.Model.StepModel step, PlanDsl.Model.Expression condition);
}

public struct PlanDsl.Model.Duration : System.IEquatable<PlanDsl.Model.Duration>
{
    public .ctor(string Text);
    public System.TimeSpan? Value { get; };
    public static System.TimeSpan Longest { get; };
    public static System.TimeSpan LongestDelay { get; };
    public static System.TimeSpan Shortest { get; };
    public string Text { get; init; };
    public virtual string ToString();
}

public sealed class PlanDsl.Model.ElementType : System.IEquatable<PlanDsl.Model.ElementType>
{
    public .ctor(string Collection, PlanDsl.Model.TypeRef? Element);
    public PlanDsl.Model.TypeRef? Element { get; init; };
    public string Collection { get; init; };
}

public static class PlanDsl.Model.EquatableArray
{
    public static PlanDsl.Model.EquatableArray<T> Create<T>(System.ReadOnlySpan<T> items);
    public static PlanDsl.Model.EquatableArray<T> ToEquatableArray<T>(System.Collections.Generic.IEnumerable<T> items);
}

public struct PlanDsl.Model.EquatableArray<T> : System.Collections.Generic.IEnumerable<T>, System.Collections.Generic.IReadOnlyCollection<T>, System.Collections.Generic.IReadOnlyList<T>, System.Collections.IEnumerable, System.IEquatable<PlanDsl.Model.EquatableArray<T>>
{
    public .ctor(System.Collections.Immutable.ImmutableArray<T> items);
    public System.Collections.Immutable.ImmutableArray<T> AsImmutableArray();
    public System.Collections.Immutable.ImmutableArray<T>.Enumerator<T> GetEnumerator();
    public System.ReadOnlySpan<T> AsSpan();
    public T Item[int] { get; };
    public bool Equals(PlanDsl.Model.EquatableArray<T> other);
    public bool IsEmpty { get; };
    public int Count { get; };
    public static PlanDsl.Model.EquatableArray<T> op_Implicit(System.Collections.Immutable.ImmutableArray<T> items);
    public static bool op_Equality(PlanDsl.Model.EquatableArray<T> left, PlanDsl.Model.EquatableArray<T> right);
    public static bool op_Inequality(PlanDsl.Model.EquatableArray<T> left, PlanDsl.Model.EquatableArray<T> right);
    public virtual bool Equals(object? obj);
    public virtual int GetHashCode();
}

public struct PlanDsl.Model.Evaluation<T>
{
    public PlanDsl.Model.ExpressionFault? Fault { get; };
    public T Value { get; };
    public bool HasValue { get; };
}

public abstract class PlanDsl.Model.Expression : System.IEquatable<PlanDsl.Model.Expression>
{
    public System.Collections.Generic.IEnumerable<PlanDsl.Model.PathExpression> Paths { get; };
    public abstract PlanDsl.Model.EquatableArray<PlanDsl.Model.Expression> Parts { get; };
    public const int MaxDepth;
    public int Length { get; init; };
    public int Start { get; init; };
    public static PlanDsl.Model.ParsedExpression Parse(string text);
    public string ToString();
    public virtual bool Equals(PlanDsl.Model.Expression? other);
    public virtual int GetHashCode();
}

public static class PlanDsl.Model.ExpressionCompiler
{
    public static PlanDsl.Model.CompiledExpression Compile(PlanDsl.Model.Expression expression, PlanDsl.Model.IExpressionTypes types, PlanDsl.Model.VariableNames? variables = default);
    public static PlanDsl.Model.CompiledExpression CompileCondition(PlanDsl.Model.Expression condition, PlanDsl.Model.IExpressionTypes types, PlanDsl.Model.VariableNames? variables = default);
}

public struct PlanDsl.Model.ExpressionEvaluator<T, TReader>
{
    public .ctor(TReader reader, PlanDsl.Model.IExpressionScope<T> scope);
    public PlanDsl.Model.Evaluation<PlanDsl.Model.EquatableArray<string>> FillArguments(PlanDsl.Model.Template template);
    public PlanDsl.Model.Evaluation<PlanDsl.Model.EquatableArray<string>> FillParts(PlanDsl.Model.Template template);
    public PlanDsl.Model.Evaluation<T> Evaluate(PlanDsl.Model.Expression expression);
    public PlanDsl.Model.Evaluation<T> Fill(PlanDsl.Model.Template template);
    public PlanDsl.Model.Evaluation<bool> Decide(PlanDsl.Model.Expression condition);
    public PlanDsl.Model.Evaluation<string> FillText(PlanDsl.Model.Template template);
}

public sealed class PlanDsl.Model.ExpressionFault : System.IEquatable<PlanDsl.Model.ExpressionFault>
{
    public .ctor(int Start, int Length, string Message);
    public int Length { get; init; };
    public int Start { get; init; };
    public string Message { get; init; };
}

public sealed class PlanDsl.Model.ExpressionType : System.IEquatable<PlanDsl.Model.ExpressionType>
{
    public .ctor(PlanDsl.Model.ValueKind Kind, string Name, string Display);
    public PlanDsl.Model.EquatableArray<string>? Members { get; init; };
    public PlanDsl.Model.NumberType Number { get; init; };
    public PlanDsl.Model.ValueKind Kind { get; init; };
    public bool IsDynamic { get; init; };
    public bool IsJson { get; init; };
    public bool IsNullJudged { get; init; };
    public bool MayBeMissing { get; init; };
    public bool MayBeNull { get; init; };
    public int? Count { get; init; };
    public static PlanDsl.Model.ExpressionType Dynamic { get; };
    public string Display { get; init; };
    public string Name { get; init; };
    public string? AsText { get; init; };
}

public static class PlanDsl.Model.FailureKinds
{
    public static System.Collections.Immutable.ImmutableArray<string> All { get; };
    public static bool IsNeverRetried(string kind);
}

public sealed class PlanDsl.Model.Finding : System.IEquatable<PlanDsl.Model.Finding>
{
    public .ctor(string Id, PlanDsl.Model.Anchor Anchor, PlanDsl.Model.EquatableArray<string> Args);
    public PlanDsl.Model.Anchor Anchor { get; init; };
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.Anchor> Related { get; init; };
    public PlanDsl.Model.EquatableArray<string> Args { get; init; };
    public PlanDsl.Model.FindingSeverity Severity { get; init; };
    public string Id { get; init; };
    public string Message { get; };
    public string? Suggestion { get; init; };
}

public enum PlanDsl.Model.FindingSeverity : int
{
    Error = 3;
    Hidden = 0;
    Info = 1;
    Warning = 2;
}

public static class PlanDsl.Model.FlowEvents
{
    public const string Failed;
    public const string ParallelComplete;
    public const string Succeeded;
    public const string Timeout;
    public static System.Collections.Immutable.ImmutableArray<string> All { get; };
}

public sealed class PlanDsl.Model.FlowModel : System.IEquatable<PlanDsl.Model.FlowModel>
{
    public .ctor();
    public PlanDsl.Model.EquatableArray<int> FailureBranch { get; init; };
    public PlanDsl.Model.EquatableArray<string> AllowedEvents { get; init; };
    public bool IsOffMainLine { get; init; };
    public int? DefaultNext { get; init; };
    public int? NextOnMainLine { get; init; };
}

public static class PlanDsl.Model.FlowStart
{
    public static int? Of(PlanDsl.Model.PlanModel plan);
}

public interface PlanDsl.Model.IExpressionScope<T>
{
    public abstract bool TryGetVariable(string name, out T? value);
    public abstract string? Find(PlanDsl.Model.PathExpression path, out int used, out T? value);
}

public interface PlanDsl.Model.IExpressionTypes
{
    public abstract PlanDsl.Model.ExpressionType? ElementOf(PlanDsl.Model.ExpressionType type, out string? count);
    public abstract PlanDsl.Model.ExpressionType? Find(PlanDsl.Model.PathExpression path, out int used, out string code);
    public abstract PlanDsl.Model.ExpressionType? MemberOf(PlanDsl.Model.ExpressionType type, string name, out string member);
    public abstract System.Collections.Generic.IEnumerable<string> MembersOf(PlanDsl.Model.ExpressionType type);
    public abstract string Indexed(string list, string path);
}

public interface PlanDsl.Model.IPlanRule
{
    public abstract void Check(PlanDsl.Model.PlanAnalysis plan, System.Collections.Generic.ICollection<PlanDsl.Model.Finding> findings);
}

public interface PlanDsl.Model.IStateMachineRule
{
    public abstract void Check(PlanDsl.Model.StateMachineModel machine, System.Collections.Generic.ICollection<PlanDsl.Model.Finding> findings);
}

public interface PlanDsl.Model.IValueReader<T>
{
    public abstract PlanDsl.Model.ValueKind KindOf(T value);
    public abstract System.Collections.Generic.IEnumerable<System.Collections.Generic.KeyValuePair<string, T>> MembersOf(T value);
    public abstract System.Collections.Generic.IEnumerable<T> ElementsOf(T value);
    public abstract T Create(PlanDsl.Model.LiteralExpression literal);
    public abstract T Create(System.Collections.Generic.IReadOnlyList<T> elements);
    public abstract T ElementOf(T value, int index);
    public abstract bool BooleanOf(T value);
    public abstract bool TryGetMember(T value, string name, out T? member);
    public abstract int CountOf(T value);
    public abstract string JsonOf(T value);
    public abstract string NumberOf(T value);
    public abstract string StringOf(T value);
}

public struct PlanDsl.Model.ImpliedEdge : System.IEquatable<PlanDsl.Model.ImpliedEdge>
{
    public .ctor(int Producer, PlanDsl.Model.Anchor Anchor);
    public PlanDsl.Model.Anchor Anchor { get; init; };
    public int Producer { get; init; };
}

public sealed class PlanDsl.Model.InputModel : System.IEquatable<PlanDsl.Model.InputModel>
{
    public .ctor(string Name, PlanDsl.Model.TypeRef Type);
    public PlanDsl.Model.InputType? JsonType { get; init; };
    public PlanDsl.Model.TypeRef Type { get; init; };
    public bool IsSecret { get; init; };
    public string Name { get; init; };
    public string? Default { get; init; };
    public string? Description { get; init; };
    public string? FromEnvironment { get; init; };
}

public enum PlanDsl.Model.InputType : int
{
    Array = 5;
    Boolean = 3;
    Integer = 1;
    Number = 2;
    Object = 4;
    String = 0;
}

public sealed class PlanDsl.Model.LineMap
{
    public .ctor(string text);
    public System.ValueTuple<int, int> At(int position);
    public int Count { get; };
}

public sealed class PlanDsl.Model.LiteralExpression : PlanDsl.Model.Expression, System.IEquatable<PlanDsl.Model.LiteralExpression>
{
    public .ctor(PlanDsl.Model.ValueKind Kind, string Text);
    public PlanDsl.Model.ValueKind Kind { get; init; };
    public bool Equals(PlanDsl.Model.LiteralExpression? other);
    public string Text { get; init; };
    public virtual PlanDsl.Model.EquatableArray<PlanDsl.Model.Expression> Parts { get; };
    public virtual int GetHashCode();
}

public sealed class PlanDsl.Model.LiteralValue : PlanDsl.Model.ValueTemplate, System.IEquatable<PlanDsl.Model.LiteralValue>
{
    public .ctor(string Json);
    public string Json { get; init; };
}

public sealed class PlanDsl.Model.LiveChains
{
    public .ctor(int[] producers);
    public PlanDsl.Model.PlanGraph StartsOf(PlanDsl.Model.PlanGraph declared);
    public int HeadOf(int step);
    public int ProducerOf(int step);
    public int ReaderOf(int step);
}

public sealed class PlanDsl.Model.LogicalExpression : PlanDsl.Model.Expression, System.IEquatable<PlanDsl.Model.LogicalExpression>
{
    public .ctor(bool isAnd, PlanDsl.Model.EquatableArray<PlanDsl.Model.Expression> operands);
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.Expression> Operands { get; };
    public bool Equals(PlanDsl.Model.LogicalExpression? other);
    public bool IsAnd { get; };
    public virtual PlanDsl.Model.EquatableArray<PlanDsl.Model.Expression> Parts { get; };
    public virtual int GetHashCode();
}

public sealed class PlanDsl.Model.MethodModel : System.IEquatable<PlanDsl.Model.MethodModel>
{
    public .ctor();
    public PlanDsl.Model.Duration? Timeout { get; init; };
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.ParameterModel> Parameters { get; init; };
    public PlanDsl.Model.Expression? Condition { get; init; };
    public PlanDsl.Model.SignalModel? Signal { get; init; };
    public PlanDsl.Model.StepBody? Body { get; init; };
    public PlanDsl.Model.SubPlanModel? SubPlan { get; init; };
    public string Name { get; init; };
}

public sealed class PlanDsl.Model.MethodNumbers
{
    public .ctor(PlanDsl.Model.PlanModel plan);
    public System.Collections.Generic.IReadOnlyList<System.ValueTuple<int, PlanDsl.Model.MethodRole>> Bodies { get; };
    public System.Collections.Generic.IReadOnlyList<System.ValueTuple<int, PlanDsl.Model.MethodRole>> Decisions { get; };
    public int? Of(int step, PlanDsl.Model.MethodRole role);
}

public enum PlanDsl.Model.MethodRole : int
{
    Body = 0;
    Compensate = 4;
    Fallback = 3;
    RepeatUntil = 2;
    When = 1;
}

public static class PlanDsl.Model.MethodRoles
{
    public static System.Collections.Immutable.ImmutableArray<PlanDsl.Model.MethodRole> Named { get; };
    public static bool Decides(PlanDsl.Model.MethodRole role);
    public static bool SeesOwnResult(PlanDsl.Model.MethodRole role);
    public static string Property(PlanDsl.Model.MethodRole role);
}

public static class PlanDsl.Model.NameRules
{
    public const int MaxLength;
    public static string ResultKeyFrom(string text);
    public static string? FaultOfPlanId(string id);
    public static string? FaultOfResultKey(string key);
    public static string? FaultOfStepId(string id);
    public static string? FaultOfVariable(string name);
}

public sealed class PlanDsl.Model.NamedTemplate : System.IEquatable<PlanDsl.Model.NamedTemplate>
{
    public .ctor(string Name, PlanDsl.Model.Template Value);
    public PlanDsl.Model.Template Value { get; init; };
    public string Name { get; init; };
}

public sealed class PlanDsl.Model.NamedValue : System.IEquatable<PlanDsl.Model.NamedValue>
{
    public .ctor(string Name, PlanDsl.Model.ValueTemplate Value);
    public PlanDsl.Model.ValueTemplate Value { get; init; };
    public string Name { get; init; };
}

public sealed class PlanDsl.Model.Nearest
{
    public .ctor(System.Collections.Generic.IEnumerable<string> candidates);
    public string? To(string name);
}

public enum PlanDsl.Model.Nullability : int
{
    NotNull = 0;
    Nullable = 1;
    Oblivious = 2;
}

public enum PlanDsl.Model.NumberType : int
{
    Decimal = 2;
    Double = 3;
    Integer = 1;
    None = 0;
    Single = 4;
}

public static class PlanDsl.Model.Numbers
{
    public static bool AreEqual(string? left, string? right);
    public static int? Compare(string? left, string? right);
    public static string? Text(System.Decimal? number);
    public static string? Text(System.Double? number);
    public static string? Text(System.Single? number);
    public static string? Text(System.UInt64? number);
    public static string? Text(long? number);
}

public sealed class PlanDsl.Model.ObjectValue : PlanDsl.Model.ValueTemplate, System.IEquatable<PlanDsl.Model.ObjectValue>
{
    public .ctor(PlanDsl.Model.EquatableArray<PlanDsl.Model.NamedValue> Properties);
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.NamedValue> Properties { get; init; };
}

public static class PlanDsl.Model.OptionalResults
{
    public static PlanDsl.Model.StepSet Of(PlanDsl.Model.PlanModel model, PlanDsl.Model.PlanGraph graph, PlanDsl.Model.PlanBindings bindings);
    public static bool IsOptionalTo(PlanDsl.Model.PlanModel model, PlanDsl.Model.PlanBindings bindings, int step, int consumer);
    public static bool IsOptionalToConsumers(PlanDsl.Model.PlanModel model, PlanDsl.Model.PlanBindings bindings, int step);
}

public sealed class PlanDsl.Model.ParallelModel : System.IEquatable<PlanDsl.Model.ParallelModel>
{
    public .ctor();
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.ConstantModel> Constants { get; init; };
    public PlanDsl.ParallelStrategy EffectiveStrategy { get; };
    public PlanDsl.ParallelStrategy? Strategy { get; init; };
    public bool CanLoseMembers { get; };
    public int? Threshold { get; init; };
}

public enum PlanDsl.Model.ParameterKind : int
{
    CancellationToken = 2;
    Context = 3;
    Element = 4;
    Input = 1;
    Outcome = 6;
    Previous = 5;
    Result = 0;
    Service = 7;
}

public sealed class PlanDsl.Model.ParameterModel : System.IEquatable<PlanDsl.Model.ParameterModel>
{
    public .ctor();
    public PlanDsl.Model.ParameterKind Kind { get; init; };
    public PlanDsl.Model.PathExpression? Path { get; init; };
    public PlanDsl.Model.TypeRef Type { get; init; };
    public PlanDsl.Model.TypeRef? OutcomeType { get; init; };
    public bool IsExplicit { get; init; };
    public bool IsLive { get; init; };
    public bool IsStepId { get; init; };
    public bool MayBeService { get; init; };
    public bool NamesStep { get; };
    public bool TakesLastElement { get; init; };
    public string Key { get; init; };
    public string Name { get; init; };
}

public sealed class PlanDsl.Model.ParsedExpression : System.IEquatable<PlanDsl.Model.ParsedExpression>
{
    public .ctor(PlanDsl.Model.Expression? Root, PlanDsl.Model.EquatableArray<PlanDsl.Model.ExpressionFault> Faults);
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.ExpressionFault> Faults { get; init; };
    public PlanDsl.Model.Expression? Root { get; init; };
}

public static class PlanDsl.Model.PascalCase
{
    public static string From(string key);
}

public sealed class PlanDsl.Model.PathExpression : PlanDsl.Model.Expression, System.IEquatable<PlanDsl.Model.PathExpression>
{
    public .ctor(string Root, PlanDsl.Model.EquatableArray<PlanDsl.Model.PathSegment> Segments);
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.PathSegment> Segments { get; init; };
    public bool Equals(PlanDsl.Model.PathExpression? other);
    public bool HasDefault { get; init; };
    public string Root { get; init; };
    public string TextOfFirst(int count);
    public virtual PlanDsl.Model.EquatableArray<PlanDsl.Model.Expression> Parts { get; };
    public virtual int GetHashCode();
}

public struct PlanDsl.Model.PathSegment : System.IEquatable<PlanDsl.Model.PathSegment>
{
    public bool Equals(PlanDsl.Model.PathSegment other);
    public int Index { get; };
    public int Length { get; init; };
    public int Start { get; init; };
    public static PlanDsl.Model.PathSegment Element(int index);
    public static PlanDsl.Model.PathSegment Member(string name);
    public string? Name { get; };
    public virtual int GetHashCode();
}

public sealed class PlanDsl.Model.PlanAnalysis
{
    public .ctor(PlanDsl.Model.PlanModel model, PlanDsl.Model.TypeFacts types, PlanDsl.Model.Wording words);
    public PlanDsl.Model.PlanBindings Bindings { get; init; };
    public PlanDsl.Model.PlanGraph Graph { get; init; };
    public PlanDsl.Model.PlanModel Model { get; };
    public PlanDsl.Model.StronglyConnectedComponents Components { get; };
    public PlanDsl.Model.TypeFacts Types { get; };
    public PlanDsl.Model.Wording Words { get; };
    public bool Fits(PlanDsl.Model.TypeRef from, PlanDsl.Model.TypeRef to);
    public bool IsSettled(PlanDsl.Model.Binding binding);
    public string MemberOf(int step);
    public string? NearestResultKey(string key, int step);
    public string? NearestStepId(string id, int step);
}

public sealed class PlanDsl.Model.PlanBindings
{
    public .ctor(PlanDsl.Model.PlanModel model);
    public PlanDsl.Model.LiveChains? Live { get; };
    public PlanDsl.Model.StepBindings BindingsOf(int step);
    public System.Collections.Generic.IEnumerable<string> ResultKeys { get; };
    public System.Collections.Generic.IEnumerable<string> StepIds { get; };
    public System.ReadOnlySpan<int> DependenciesOf(int step);
    public System.ReadOnlySpan<int> MembersOf(int step);
    public System.ReadOnlySpan<int> ProducersOf(int step, PlanDsl.Model.MethodRole role = Body);
    public bool IsContested(int step);
    public int GroupOf(int step);
    public int NodeOf(int step);
    public int ProducerOf(string resultKey);
    public int StepWithId(string id);
}

public sealed class PlanDsl.Model.PlanFile
{
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.Finding> Check();
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.Finding> Check(PlanDsl.Model.PlanAnalysis analysis);
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.Finding> Check(PlanDsl.Model.PlanAnalysis analysis, System.Collections.Generic.IEnumerable<PlanDsl.Model.Finding> others);
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.Finding> Check(PlanDsl.Model.PlanModel model, PlanDsl.Model.TypeFacts types);
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.Finding> FindUnresolved(System.Collections.Generic.IEnumerable<string> inputs);
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.Finding> Findings { get; };
    public PlanDsl.Model.PlanFileMap Map { get; };
    public PlanDsl.Model.PlanModel Model { get; };
}

public sealed class PlanDsl.Model.PlanFileMap
{
    public PlanDsl.Model.LineMap Lines { get; };
    public PlanDsl.Model.TextSpan Find(PlanDsl.Model.Anchor anchor);
    public PlanDsl.Model.TextSpan FindWhole(int step);
}

public static class PlanDsl.Model.PlanFileReader
{
    public const int DefaultMaxParallel;
    public const int MaxBytes;
    public const int MaxSteps;
    public static PlanDsl.Model.PlanFile Read(string text, string fileName);
}

public static class PlanDsl.Model.PlanFileSchema
{
    public static string Json { get; };
}

public sealed class PlanDsl.Model.PlanGraph
{
    public System.Collections.Immutable.ImmutableArray<int> AllPredecessors { get; };
    public System.Collections.Immutable.ImmutableArray<int> AllSuccessors { get; };
    public System.Collections.Immutable.ImmutableArray<int> PredecessorStart { get; };
    public System.Collections.Immutable.ImmutableArray<int> SuccessorStart { get; };
    public System.ReadOnlySpan<int> PredecessorsOf(int step);
    public System.ReadOnlySpan<int> SuccessorsOf(int step);
    public int Count { get; };
    public static PlanDsl.Model.PlanGraph From(PlanDsl.Model.PlanModel model);
    public static PlanDsl.Model.PlanGraph From(PlanDsl.Model.PlanModel model, PlanDsl.Model.PlanBindings bindings);
    public static PlanDsl.Model.PlanGraph FromEdges(int count, System.Collections.Generic.IEnumerable<System.ValueTuple<int, int>> edges);
}

public sealed class PlanDsl.Model.PlanModel : System.IEquatable<PlanDsl.Model.PlanModel>
{
    public .ctor();
    public PlanDsl.Model.CaptionModel? Caption { get; init; };
    public PlanDsl.Model.Duration? DefaultTimeout { get; init; };
    public PlanDsl.Model.Duration? Timeout { get; init; };
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.ConstantModel> Constants { get; init; };
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.InputModel> Inputs { get; init; };
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.NamedTemplate> Environment { get; init; };
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.StepModel> Steps { get; init; };
    public PlanDsl.Model.PlanOrder Order { get; init; };
    public const int DefaultMaxDepth;
    public int? MaxDepth { get; init; };
    public int? MaxParallel { get; init; };
    public int? MaxSteps { get; init; };
    public string Id { get; init; };
}

public static class PlanDsl.Model.PlanNestingDepth
{
    public static int Of<T>(T plan, System.Func<T, System.Collections.Generic.IEnumerable<T>> runs, System.Collections.Generic.IDictionary<T, int> depths);
}

public enum PlanDsl.Model.PlanOrder : int
{
    Dag = 0;
    Sequential = 1;
}

public static class PlanDsl.Model.PlanRules
{
    public static PlanDsl.Model.EquatableArray<PlanDsl.Model.Finding> Check(PlanDsl.Model.PlanAnalysis analysis);
    public static PlanDsl.Model.EquatableArray<PlanDsl.Model.Finding> Check(PlanDsl.Model.PlanModel model, PlanDsl.Model.TypeFacts types, PlanDsl.Model.Wording words);
}

public static class PlanDsl.Model.PropertyNames
{
    public const string Compensate;
    public const string Condition;
    public const string Consumes;
    public const string Critical;
    public const string DefaultNextStep;
    public const string DefaultTimeout;
    public const string DependsOn;
    public const string Each;
    public const string FailureBranchIds;
    public const string Fallback;
    public const string File;
    public const string From;
    public const string Group;
    public const string Id;
    public const string Initial;
    public const string MaxDepth;
    public const string MaxIterations;
    public const string MaxParallel;
    public const string MaxSteps;
    public const string Member;
    public const string NoRetryOn;
    public const string OnExhausted;
    public const string OnFailure;
    public const string Pipeline;
    public const string Plan;
    public const string Previous;
    public const string RepeatUntil;
    public const string ResultKey;
    public const string Retries;
    public const string RetryBackoff;
    public const string RetryDelay;
    public const string RetryMaxDelay;
    public const string RetryOn;
    public const string RunWhen;
    public const string Signal;
    public const string Source;
    public const string Strategy;
    public const string Target;
    public const string Terminal;
    public const string Threshold;
    public const string Timeout;
    public const string TotalTimeout;
    public const string Trigger;
    public const string Type;
}

public static class PlanDsl.Model.Reachability
{
    public static PlanDsl.Model.StepSet DependenciesOf(PlanDsl.Model.PlanGraph graph, System.Collections.Generic.IEnumerable<int> steps);
    public static PlanDsl.Model.StepSet DependentsOf(PlanDsl.Model.PlanGraph graph, System.Collections.Generic.IEnumerable<int> steps);
    public static PlanDsl.Model.StepSet DependentsOf(PlanDsl.Model.PlanGraph graph, System.Collections.Generic.IEnumerable<int> steps, System.Func<int, bool> passable);
}

public static class PlanDsl.Model.RedundantEdges
{
    public static System.Collections.Generic.IEnumerable<System.ValueTuple<int, int, int>> Of(PlanDsl.Model.PlanGraph graph);
}

public static class PlanDsl.Model.ReservedNames
{
    public static System.Collections.Immutable.ImmutableArray<string> Generated { get; };
    public static bool IsReservedMember(string member);
    public static bool IsReservedMethod(string method);
}

public sealed class PlanDsl.Model.RetryModel : System.IEquatable<PlanDsl.Model.RetryModel>
{
    public .ctor();
    public PlanDsl.Model.Duration? Delay { get; init; };
    public PlanDsl.Model.Duration? MaxDelay { get; init; };
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.TypeRef>? NoRetryOn { get; init; };
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.TypeRef>? RetryOn { get; init; };
    public PlanDsl.RetryBackoff? Backoff { get; init; };
    public int? Retries { get; init; };
}

public static class PlanDsl.Model.RuleBook
{
    public static PlanDsl.Model.RuleInfo Get(string id);
    public static System.Collections.Immutable.ImmutableArray<PlanDsl.Model.RuleInfo> All { get; };
}

public enum PlanDsl.Model.RuleFamily : int
{
    Binding = 2;
    Declaration = 0;
    Graph = 1;
    PlanFile = 5;
    Policy = 3;
    StateMachine = 4;
}

public static class PlanDsl.Model.RuleIds
{
    public const string AmbiguousTransition;
    public const string Cycle;
    public const string DeadEnd;
    public const string DuplicatePlanId;
    public const string DuplicateResultKey;
    public const string DuplicateStepId;
    public const string ElementSource;
    public const string IgnoresCancellation;
    public const string IneffectiveOption;
    public const string InputDeclaredTwice;
    public const string InvalidCondition;
    public const string InvalidFallback;
    public const string InvalidLoop;
    public const string InvalidName;
    public const string InvalidParallelism;
    public const string InvalidRetry;
    public const string InvalidTemplate;
    public const string InvalidTimeout;
    public const string InvalidTransitions;
    public const string LiveStream;
    public const string MalformedJson;
    public const string MissingProperty;
    public const string NoInitialState;
    public const string NoSteps;
    public const string NotOneKind;
    public const string NotPartial;
    public const string NotProvided;
    public const string OptionalIntoNonNullable;
    public const string OverLimit;
    public const string PlanFileNotFound;
    public const string PlanIsInvalid;
    public const string RecursivePlan;
    public const string RedundantDependency;
    public const string SelfDependency;
    public const string ShadowedInput;
    public const string StepBodyNotFound;
    public const string ThresholdOutOfRange;
    public const string TimeoutExceedsPlan;
    public const string TooManySteps;
    public const string TypeMismatch;
    public const string UnboundParameter;
    public const string UnknownDependency;
    public const string UnknownMember;
    public const string UnknownPolicy;
    public const string UnknownProperty;
    public const string UnreachableState;
    public const string UnreachableStep;
    public const string Unrecordable;
    public const string UnresolvedVariable;
    public const string UnsupportedShape;
    public const string UnsupportedSignature;
    public const string UnsupportedVersion;
    public const string UnusedResult;
    public const string UnusedTrigger;
    public const string WrongType;
}

public sealed class PlanDsl.Model.RuleInfo : System.IEquatable<PlanDsl.Model.RuleInfo>
{
    public .ctor(string Id, PlanDsl.Model.RuleFamily Family, PlanDsl.Model.FindingSeverity Severity, string Title, string MessageFormat);
    public PlanDsl.Model.FindingSeverity Severity { get; init; };
    public PlanDsl.Model.RuleFamily Family { get; init; };
    public string HelpPage { get; };
    public string Id { get; init; };
    public string MessageFormat { get; init; };
    public string Title { get; init; };
    public string? HelpLink { get; };
    public string? LinkIn(string? repository);
}

public static class PlanDsl.Model.RuleMessages
{
    public const string AmbiguousTransition;
    public const string Cycle;
    public const string DeadEnd;
    public const string DuplicatePlanId;
    public const string DuplicateResultKey;
    public const string DuplicateStepId;
    public const string ElementSource;
    public const string IgnoresCancellation;
    public const string IneffectiveOption;
    public const string InputDeclaredTwice;
    public const string InvalidCondition;
    public const string InvalidFallback;
    public const string InvalidLoop;
    public const string InvalidName;
    public const string InvalidParallelism;
    public const string InvalidRetry;
    public const string InvalidTemplate;
    public const string InvalidTimeout;
    public const string InvalidTransitions;
    public const string LiveStream;
    public const string MalformedJson;
    public const string MissingProperty;
    public const string NoInitialState;
    public const string NoSteps;
    public const string NotOneKind;
    public const string NotPartial;
    public const string NotProvided;
    public const string OptionalIntoNonNullable;
    public const string OverLimit;
    public const string PlanFileNotFound;
    public const string PlanIsInvalid;
    public const string RecursivePlan;
    public const string RedundantDependency;
    public const string SelfDependency;
    public const string ShadowedInput;
    public const string StepBodyNotFound;
    public const string ThresholdOutOfRange;
    public const string TimeoutExceedsPlan;
    public const string TooManySteps;
    public const string TypeMismatch;
    public const string UnboundParameter;
    public const string UnknownDependency;
    public const string UnknownMember;
    public const string UnknownPolicy;
    public const string UnknownProperty;
    public const string UnreachableState;
    public const string UnreachableStep;
    public const string Unrecordable;
    public const string UnresolvedVariable;
    public const string UnsupportedShape;
    public const string UnsupportedSignature;
    public const string UnsupportedVersion;
    public const string UnusedResult;
    public const string UnusedTrigger;
    public const string WrongType;
}

public static class PlanDsl.Model.RuleTitles
{
    public const string AmbiguousTransition;
    public const string Cycle;
    public const string DeadEnd;
    public const string DuplicatePlanId;
    public const string DuplicateResultKey;
    public const string DuplicateStepId;
    public const string ElementSource;
    public const string IgnoresCancellation;
    public const string IneffectiveOption;
    public const string InputDeclaredTwice;
    public const string InvalidCondition;
    public const string InvalidFallback;
    public const string InvalidLoop;
    public const string InvalidName;
    public const string InvalidParallelism;
    public const string InvalidRetry;
    public const string InvalidTemplate;
    public const string InvalidTimeout;
    public const string InvalidTransitions;
    public const string LiveStream;
    public const string MalformedJson;
    public const string MissingProperty;
    public const string NoInitialState;
    public const string NoSteps;
    public const string NotOneKind;
    public const string NotPartial;
    public const string NotProvided;
    public const string OptionalIntoNonNullable;
    public const string OverLimit;
    public const string PlanFileNotFound;
    public const string PlanIsInvalid;
    public const string RecursivePlan;
    public const string RedundantDependency;
    public const string SelfDependency;
    public const string ShadowedInput;
    public const string StepBodyNotFound;
    public const string ThresholdOutOfRange;
    public const string TimeoutExceedsPlan;
    public const string TooManySteps;
    public const string TypeMismatch;
    public const string UnboundParameter;
    public const string UnknownDependency;
    public const string UnknownMember;
    public const string UnknownPolicy;
    public const string UnknownProperty;
    public const string UnreachableState;
    public const string UnreachableStep;
    public const string Unrecordable;
    public const string UnresolvedVariable;
    public const string UnsupportedShape;
    public const string UnsupportedSignature;
    public const string UnsupportedVersion;
    public const string UnusedResult;
    public const string UnusedTrigger;
    public const string WrongType;
}

public sealed class PlanDsl.Model.ShortCycles
{
    public static System.Collections.Immutable.ImmutableArray<System.Collections.Immutable.ImmutableArray<int>> Of(PlanDsl.Model.PlanGraph graph, PlanDsl.Model.StronglyConnectedComponents components);
}

public sealed class PlanDsl.Model.SignalModel : System.IEquatable<PlanDsl.Model.SignalModel>
{
    public .ctor(string Name);
    public string Name { get; init; };
}

public static class PlanDsl.Model.SnakeCase
{
    public static string From(string name);
}

public sealed class PlanDsl.Model.StateMachineModel : System.IEquatable<PlanDsl.Model.StateMachineModel>
{
    public .ctor();
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.TransitionModel> Transitions { get; init; };
    public PlanDsl.Model.EquatableArray<int> Terminal { get; init; };
    public PlanDsl.Model.EquatableArray<string> States { get; init; };
    public PlanDsl.Model.EquatableArray<string> Triggers { get; init; };
    public bool IsComplete { get; init; };
    public int? Initial { get; init; };
    public string Name { get; init; };
    public string StateType { get; init; };
    public string TriggerType { get; init; };
    public string? DeclaredInitial { get; init; };
}

public static class PlanDsl.Model.StateMachineRules
{
    public static PlanDsl.Model.EquatableArray<PlanDsl.Model.Finding> Check(PlanDsl.Model.StateMachineModel machine);
}

public struct PlanDsl.Model.StepBindings
{
    public PlanDsl.Model.StepBindings.Enumerator GetEnumerator();
}

public struct PlanDsl.Model.StepBindings.Enumerator
{
    public PlanDsl.Model.Binding Current { get; };
    public bool MoveNext();
}

public abstract class PlanDsl.Model.StepBody : System.IEquatable<PlanDsl.Model.StepBody>
{
}

public sealed class PlanDsl.Model.StepModel : System.IEquatable<PlanDsl.Model.StepModel>
{
    public .ctor();
    public PlanDsl.FailurePolicy EffectiveOnFailure { get; };
    public PlanDsl.FailurePolicy? OnFailure { get; init; };
    public PlanDsl.Model.CaptionModel? Caption { get; init; };
    public PlanDsl.Model.Duration? EffectiveTimeoutIn(PlanDsl.Model.PlanModel plan);
    public PlanDsl.Model.Duration? Timeout { get; init; };
    public PlanDsl.Model.Duration? TotalTimeout { get; init; };
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.ImpliedEdge> Implied { get; init; };
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.ParameterModel> Parameters { get; init; };
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.ParameterModel> ParametersOf(PlanDsl.Model.MethodRole role);
    public PlanDsl.Model.EquatableArray<string> DependsOn { get; init; };
    public PlanDsl.Model.FlowModel? Flow { get; init; };
    public PlanDsl.Model.MethodModel? Compensate { get; init; };
    public PlanDsl.Model.MethodModel? Fallback { get; init; };
    public PlanDsl.Model.MethodModel? MethodFor(PlanDsl.Model.MethodRole role);
    public PlanDsl.Model.MethodModel? RepeatUntil { get; init; };
    public PlanDsl.Model.MethodModel? When { get; init; };
    public PlanDsl.Model.ParallelModel? Parallel { get; init; };
    public PlanDsl.Model.ParameterModel? Element { get; };
    public PlanDsl.Model.RetryModel? Retry { get; init; };
    public PlanDsl.Model.SignalModel? Signal { get; init; };
    public PlanDsl.Model.StepBody? Body { get; init; };
    public PlanDsl.Model.StepModel WithSubPlans(System.Func<PlanDsl.Model.SubPlanModel, PlanDsl.Model.SubPlanModel> known);
    public PlanDsl.Model.StepTraits TraitsIn(PlanDsl.Model.PlanModel plan);
    public PlanDsl.Model.StreamModel? Stream { get; init; };
    public PlanDsl.Model.SubPlanModel? SubPlan { get; init; };
    public PlanDsl.Model.SupplyModel? Supply { get; init; };
    public PlanDsl.Model.TypeRef? ElementResultType { get; init; };
    public PlanDsl.Model.TypeRef? ResultType { get; init; };
    public PlanDsl.Model.TypeRef? ReturnedType { get; };
    public PlanDsl.OnExhausted? OnExhausted { get; init; };
    public PlanDsl.RunWhen? RunWhen { get; init; };
    public System.Collections.Generic.IEnumerable<System.ValueTuple<PlanDsl.Model.MethodRole, PlanDsl.Model.MethodModel>> Methods { get; };
    public System.Collections.Generic.IEnumerable<System.ValueTuple<PlanDsl.Model.MethodRole, PlanDsl.Model.SubPlanModel>> SubPlans { get; };
    public bool HasMethods { get; };
    public bool IsAsync { get; init; };
    public bool IsBoundedIn(PlanDsl.Model.PlanModel plan);
    public bool IsCritical { get; };
    public bool IsDoneByEngine { get; };
    public bool IsGovernedIn(PlanDsl.Model.PlanModel plan);
    public bool IsOptionalToConsumers { get; };
    public bool NeedsContext { get; };
    public bool NeedsServices { get; };
    public bool ReadsLive { get; };
    public bool RunsAfterFailures { get; };
    public bool TakesCancellationToken { get; };
    public bool TakesContext { get; };
    public bool? Critical { get; init; };
    public int? MaxIterations { get; init; };
    public int? MaxParallel { get; init; };
    public string Id { get; init; };
    public string ResultKey { get; };
    public string? DeclaredResultKey { get; init; };
    public string? Group { get; init; };
    public string? Pipeline { get; init; };
}

public sealed class PlanDsl.Model.StepPath : System.IEquatable<PlanDsl.Model.StepPath>
{
    public .ctor(string Id, string Member, int Used);
    public const string Root;
    public int Used { get; init; };
    public static PlanDsl.Model.StepPath? From(PlanDsl.Model.PathExpression path);
    public string Id { get; init; };
    public string Member { get; init; };
}

public sealed class PlanDsl.Model.StepSet : System.Collections.Generic.IEnumerable<int>, System.Collections.Generic.IReadOnlyCollection<int>, System.Collections.IEnumerable
{
    public System.Collections.Generic.IEnumerator<int> GetEnumerator();
    public bool Contains(int step);
    public int Count { get; };
}

public enum PlanDsl.Model.StepTraits : byte
{
    Async = 1;
    Bounded = 64;
    Cancellable = 16;
    Continue = 8;
    Critical = 2;
    Governed = 32;
    None = 0;
    SkipDependents = 4;
}

public static class PlanDsl.Model.Strands
{
    public static System.Collections.Generic.IReadOnlyList<int[]> Of(PlanDsl.Model.PlanModel plan, PlanDsl.Model.PlanGraph graph);
    public static bool AreWholeOrder(PlanDsl.Model.PlanModel plan);
    public static bool AreWholeOrder(int maxParallel, bool mayWait);
}

public sealed class PlanDsl.Model.StreamModel : System.IEquatable<PlanDsl.Model.StreamModel>
{
    public .ctor(PlanDsl.Model.TypeRef Type, PlanDsl.Model.TypeRef Element);
    public PlanDsl.Model.TypeRef Element { get; init; };
    public PlanDsl.Model.TypeRef Type { get; init; };
    public bool IsReadLive { get; init; };
}

public sealed class PlanDsl.Model.StronglyConnectedComponents
{
    public System.Collections.Immutable.ImmutableArray<System.Collections.Immutable.ImmutableArray<int>> Cyclic { get; };
    public bool IsOnCycle(int step);
    public int ComponentOf(int step);
    public int Count { get; };
    public static PlanDsl.Model.StronglyConnectedComponents Of(PlanDsl.Model.PlanGraph graph);
}

public sealed class PlanDsl.Model.SubPlanModel : System.IEquatable<PlanDsl.Model.SubPlanModel>
{
    public .ctor(string Id);
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.NamedValue> With { get; init; };
    public PlanDsl.Model.EquatableArray<string> Recursion { get; init; };
    public PlanDsl.Model.SubPlanTarget? Target { get; init; };
    public bool IsFromServices { get; init; };
    public int Depth { get; init; };
    public string Id { get; init; };
}

public sealed class PlanDsl.Model.SubPlanTarget : System.IEquatable<PlanDsl.Model.SubPlanTarget>
{
    public .ctor(PlanDsl.Model.PlanModel Plan);
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.InputModel> Inputs { get; };
    public PlanDsl.Model.PlanModel Plan { get; init; };
    public string PlanId { get; };
}

public sealed class PlanDsl.Model.SupplyModel : System.IEquatable<PlanDsl.Model.SupplyModel>
{
    public .ctor(PlanDsl.Model.EquatableArray<string> Provides, PlanDsl.Model.EquatableArray<string> Consumes);
    public PlanDsl.Model.EquatableArray<string> Consumes { get; init; };
    public PlanDsl.Model.EquatableArray<string> Provides { get; init; };
}

public sealed class PlanDsl.Model.Template : System.IEquatable<PlanDsl.Model.Template>
{
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.ExpressionFault> Faults { get; };
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.TemplatePart> Parts { get; };
    public PlanDsl.Model.Expression? Whole { get; };
    public bool Equals(PlanDsl.Model.Template? other);
    public bool IsLiteral { get; };
    public static PlanDsl.Model.Template Parse(string text);
    public virtual int GetHashCode();
    public virtual string ToString();
}

public sealed class PlanDsl.Model.TemplatePart : System.IEquatable<PlanDsl.Model.TemplatePart>
{
    public .ctor(PlanDsl.Model.TemplatePartKind Kind, string Text, PlanDsl.Model.Expression? Expression, int Start, int Length);
    public PlanDsl.Model.Expression? Expression { get; init; };
    public PlanDsl.Model.TemplatePartKind Kind { get; init; };
    public bool Equals(PlanDsl.Model.TemplatePart? other);
    public int Length { get; init; };
    public int Start { get; init; };
    public string Text { get; init; };
    public virtual int GetHashCode();
}

public enum PlanDsl.Model.TemplatePartKind : int
{
    Expression = 2;
    Text = 0;
    Variable = 1;
}

public struct PlanDsl.Model.TextSpan : System.IEquatable<PlanDsl.Model.TextSpan>
{
    public .ctor(int Start, int Length);
    public int End { get; };
    public int Length { get; init; };
    public int Start { get; init; };
    public static PlanDsl.Model.TextSpan Between(int start, int end);
}

public sealed class PlanDsl.Model.TextValue : PlanDsl.Model.ValueTemplate, System.IEquatable<PlanDsl.Model.TextValue>
{
    public .ctor(PlanDsl.Model.Template Template);
    public PlanDsl.Model.Template Template { get; init; };
}

public sealed class PlanDsl.Model.TopologicalLevels
{
    public System.Collections.Immutable.ImmutableArray<int> Order { get; };
    public bool IsAcyclic { get; };
    public int Count { get; };
    public int LevelOf(int step);
    public static PlanDsl.Model.TopologicalLevels Of(PlanDsl.Model.PlanGraph graph);
}

public sealed class PlanDsl.Model.TransitionModel : System.IEquatable<PlanDsl.Model.TransitionModel>
{
    public .ctor(int From, int Trigger, int To);
    public bool IsWhole { get; };
    public int From { get; init; };
    public int To { get; init; };
    public int Trigger { get; init; };
}

public sealed class PlanDsl.Model.TypeFacts : System.IEquatable<PlanDsl.Model.TypeFacts>
{
    public .ctor(PlanDsl.Model.EquatableArray<PlanDsl.Model.TypePair> Mismatches);
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.ElementType> Elements { get; init; };
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.TypePair> Mismatches { get; init; };
    public PlanDsl.Model.EquatableArray<PlanDsl.Model.UnrecordableType> Unrecordable { get; init; };
    public static PlanDsl.Model.TypeFacts None { get; };
}

public sealed class PlanDsl.Model.TypeFault : System.IEquatable<PlanDsl.Model.TypeFault>
{
    public .ctor(PlanDsl.Model.TypeFaultKind Kind, int Start, int Length, string Message);
    public PlanDsl.Model.EquatableArray<string> Members { get; init; };
    public PlanDsl.Model.Expression? Nullable { get; init; };
    public PlanDsl.Model.PathExpression? Path { get; init; };
    public PlanDsl.Model.TypeFaultKind Kind { get; init; };
    public bool IsLeftOut { get; init; };
    public bool IsList { get; init; };
    public bool IsNull { get; init; };
    public bool IsObject { get; init; };
    public int Length { get; init; };
    public int Segment { get; init; };
    public int Start { get; init; };
    public int? Count { get; init; };
    public string Message { get; init; };
}

public enum PlanDsl.Model.TypeFaultKind : int
{
    MayBeNull = 1;
    Mismatch = 2;
    UnknownMember = 0;
}

public sealed class PlanDsl.Model.TypePair : System.IEquatable<PlanDsl.Model.TypePair>
{
    public .ctor(string From, string To);
    public string From { get; init; };
    public string To { get; init; };
}

public sealed class PlanDsl.Model.TypeRef : System.IEquatable<PlanDsl.Model.TypeRef>
{
    public .ctor(string Name, string Display);
    public PlanDsl.Model.Nullability Nullability { get; init; };
    public bool IsValueType { get; init; };
    public static PlanDsl.Model.TypeRef Json { get; };
    public static PlanDsl.Model.TypeRef NullableJson { get; };
    public string AnnotatedDisplay { get; };
    public string Display { get; init; };
    public string Name { get; init; };
}

public sealed class PlanDsl.Model.UnaryExpression : PlanDsl.Model.Expression, System.IEquatable<PlanDsl.Model.UnaryExpression>
{
    public .ctor(PlanDsl.Model.Expression Operand);
    public PlanDsl.Model.Expression Operand { get; init; };
    public bool Equals(PlanDsl.Model.UnaryExpression? other);
    public virtual PlanDsl.Model.EquatableArray<PlanDsl.Model.Expression> Parts { get; };
    public virtual int GetHashCode();
}

public static class PlanDsl.Model.UnknownPlan
{
    public static PlanDsl.Model.Finding Of(PlanDsl.Model.Anchor place, string step, string name, System.Func<string, string> idIn, System.Func<string, string> nearest);
    public static bool IsFileOf(string planId, string fileName);
    public static string FileNameOf(string planId);
}

public sealed class PlanDsl.Model.UnrecordableType : System.IEquatable<PlanDsl.Model.UnrecordableType>
{
    public .ctor(bool IsInput, int Index, string Reason);
    public bool IsInput { get; init; };
    public int Index { get; init; };
    public string Reason { get; init; };
}

public enum PlanDsl.Model.ValueKind : int
{
    Array = 4;
    Boolean = 1;
    Null = 0;
    Number = 2;
    Object = 5;
    String = 3;
}

public abstract class PlanDsl.Model.ValueTemplate : System.IEquatable<PlanDsl.Model.ValueTemplate>
{
}

public sealed class PlanDsl.Model.VariableNames
{
    public .ctor();
}

public sealed class PlanDsl.Model.Wording
{
    public static PlanDsl.Model.Wording CSharp { get; };
    public static PlanDsl.Model.Wording PlanFile { get; };
    public static PlanDsl.Model.Wording PlanModel { get; };
    public string Item[string] { get; };
}

public enum PlanDsl.OnExhausted : int
{
    Fail = 0;
    UseLast = 1;
}

public enum PlanDsl.ParallelStrategy : int
{
    All = 0;
    Any = 2;
    BestEffort = 4;
    FailFast = 1;
    Threshold = 3;
}

public enum PlanDsl.RetryBackoff : int
{
    Constant = 0;
    Exponential = 1;
}

public enum PlanDsl.RunWhen : int
{
    Always = 2;
    Failure = 1;
    Success = 0;
}
