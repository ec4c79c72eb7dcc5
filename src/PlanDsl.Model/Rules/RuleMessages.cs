namespace PlanDsl.Model;

/// <summary>The message of each rule, by the name of its id in <see cref="RuleIds"/>: a composite format for the
/// arguments of its findings. It names the thing, says what is wrong with it and what would be right.</summary>
public static class RuleMessages
{
    /// <summary>The message of PLAN0001.</summary>
    public const string NotPartial = "'{0}' is a {1} but not partial, so its members cannot be generated; add the 'partial' modifier";

    /// <summary>The message of PLAN0002.</summary>
    public const string NoSteps = "{0} has no steps; {1}";

    /// <summary>The message of PLAN0003.</summary>
    public const string DuplicateStepId = "{0} id '{1}' is already taken by {2}; rename one of the two";

    /// <summary>The message of PLAN0004.</summary>
    public const string InvalidName = "'{0}' cannot be used as {1}: {2}";

    /// <summary>The message of PLAN0005.</summary>
    public const string UnsupportedShape = "'{0}' cannot be a {1}: {2}";

    /// <summary>The message of PLAN0006.</summary>
    public const string UnsupportedSignature = "Step '{0}' cannot be generated: {1}";

    /// <summary>The message of PLAN0007.</summary>
    public const string IgnoresCancellation = "Step '{0}' is asynchronous but takes no CancellationToken, so cancelling the run has to wait for it; add one and pass it on";

    /// <summary>The message of PLAN0008.</summary>
    public const string TooManySteps = "Plan '{0}' {1}";

    /// <summary>The message of PLAN0009.</summary>
    public const string DuplicatePlanId = "Plan id '{0}' is already taken by '{1}'; give one of them another {2}";

    /// <summary>The message of PLAN0010.</summary>
    public const string PlanIsInvalid = "{0} '{1}' is invalid ({2}) and analyzers are switched off; build with analyzers on to see each finding in its place";

    /// <summary>The message of PLAN0101.</summary>
    public const string Cycle = "Steps wait for each other in a circle: {0}; remove one of these edges";

    /// <summary>The message of PLAN0102.</summary>
    public const string UnknownDependency = "Step '{0}' {1} {2}, which is no {3} of this plan; {4}";

    /// <summary>The message of PLAN0103.</summary>
    public const string SelfDependency = "Step '{0}' depends on {1}; remove this edge";

    /// <summary>The message of PLAN0104.</summary>
    public const string RedundantDependency = "Step '{0}' comes after '{1}' anyway, because '{2}' does; remove this dependency";

    /// <summary>The message of PLAN0105.</summary>
    public const string UnreachableStep = "No way leads to step '{0}', because {1}; {2}";

    /// <summary>The message of PLAN0106.</summary>
    public const string RecursivePlan = "Step '{0}' has this plan run again within itself, without end: {1}; let one of these plans do without the next";

    /// <summary>The message of PLAN0201.</summary>
    public const string UnboundParameter = "{0}, which {1} binds; {2}";

    /// <summary>The message of PLAN0202.</summary>
    public const string TypeMismatch = "{0} of {1} takes '{2}', but {3}; {4}";

    /// <summary>The message of PLAN0203.</summary>
    public const string DuplicateResultKey = "Step '{0}' produces '{1}', {2}; give one of the two another result_key";

    /// <summary>The message of PLAN0204.</summary>
    public const string OptionalIntoNonNullable = "{0} of {1} {2}, but '{3}' may be absent, because {4}; {5}";

    /// <summary>The message of PLAN0205.</summary>
    public const string UnusedResult = "Steps come after '{0}', but none of them takes its result '{1}'; {2}";

    /// <summary>The message of PLAN0206.</summary>
    public const string ShadowedInput = "Step '{0}' produces '{1}', which is also {2}; {3}";

    /// <summary>The message of PLAN0207.</summary>
    public const string UnknownMember = "'{0}' has no '{1}', which reference '{2}' of {3} reads; {4}";

    /// <summary>The message of PLAN0208.</summary>
    public const string ElementSource = "{0} of {1} cannot go through '{2}': {3}";

    /// <summary>The message of PLAN0209.</summary>
    public const string NotProvided = "Step '{0}' consumes '{1}', which no step provides; {2}";

    /// <summary>The message of PLAN0210.</summary>
    public const string LiveStream = "Parameter '{0}' of {1} cannot read '{2}' live: {3}; take '{4}', which holds all its elements";

    /// <summary>The message of PLAN0211.</summary>
    public const string InputDeclaredTwice = "Input '{0}' is '{1}' here, but '{2}' in step '{3}'; give it one {4}";

    /// <summary>The message of PLAN0212.</summary>
    public const string Unrecordable = "{0} cannot be recorded in a journal: {1}";

    /// <summary>The message of PLAN0301.</summary>
    public const string InvalidTimeout = "{0} of {1} is '{2}', {3}";

    /// <summary>The message of PLAN0302.</summary>
    public const string InvalidRetry = "{0} of step '{1}' {2}";

    /// <summary>The message of PLAN0303.</summary>
    public const string TimeoutExceedsPlan = "{0} of {1} is '{2}', but the whole {3} may take only '{4}'; write no more than that, or give the {3} more time";

    /// <summary>The message of PLAN0304.</summary>
    public const string ThresholdOutOfRange = "{0} of group '{1}' {2}";

    /// <summary>The message of PLAN0305.</summary>
    public const string InvalidParallelism = "{0} of {1} is {2}, so no {3} could run; write 1 or more, or leave it out for no bound";

    /// <summary>The message of PLAN0306.</summary>
    public const string UnknownPolicy = "'{0}' is no {1}; {2}";

    /// <summary>The message of PLAN0307.</summary>
    public const string InvalidFallback = "{0} '{1}' of step '{2}' cannot be used: {3}";

    /// <summary>The message of PLAN0308.</summary>
    public const string InvalidCondition = "{0} '{1}' of step '{2}' cannot be used: {3}";

    /// <summary>The message of PLAN0309.</summary>
    public const string IneffectiveOption = "{0} of {1} has no effect, because {2}";

    /// <summary>The message of PLAN0310.</summary>
    public const string InvalidLoop = "{0} of step '{1}' {2}";

    /// <summary>The message of PLAN0401.</summary>
    public const string UnreachableState = "State '{0}' can never be reached from '{1}', because {2}; add a transition into it or remove the state";

    /// <summary>The message of PLAN0402.</summary>
    public const string DeadEnd = "No transition leaves '{0}', yet it is not terminal; add a transition or list it in Terminal";

    /// <summary>The message of PLAN0403.</summary>
    public const string AmbiguousTransition = "'{0}' already leads from '{1}' to '{2}'; {3}";

    /// <summary>The message of PLAN0404.</summary>
    public const string NoInitialState = "State machine '{0}' has no initial state; {1}";

    /// <summary>The message of PLAN0405.</summary>
    public const string UnusedTrigger = "No transition of '{1}' is fired by '{0}'; add one or remove the trigger";

    /// <summary>The message of PLAN0501.</summary>
    public const string MalformedJson = "{0}";

    /// <summary>The message of PLAN0502.</summary>
    public const string UnknownProperty = "'{0}' is no property of {1}; {2}";

    /// <summary>The message of PLAN0503.</summary>
    public const string WrongType = "{0} {1}";

    /// <summary>The message of PLAN0504.</summary>
    public const string MissingProperty = "{0} has no {1}; {2}";

    /// <summary>The message of PLAN0505.</summary>
    public const string UnsupportedVersion = "Plan files of '{0}' cannot be read; {1}";

    /// <summary>The message of PLAN0506.</summary>
    public const string StepBodyNotFound = "Step '{0}' {1}; {2}";

    /// <summary>The message of PLAN0507.</summary>
    public const string UnresolvedVariable = "Variable '{0}' in {1} has no value and stays as it is written; {2}";

    /// <summary>The message of PLAN0508.</summary>
    public const string OverLimit = "{0}";

    /// <summary>The message of PLAN0509.</summary>
    public const string NotOneKind = "{0} {1}";

    /// <summary>The message of PLAN0510.</summary>
    public const string InvalidTemplate = "{0} of {1} {2}";

    /// <summary>The message of PLAN0511.</summary>
    public const string InvalidTransitions = "transitions of {0} {1}";

    /// <summary>The message of PLAN0512.</summary>
    public const string PlanFileNotFound = "Plan file '{0}' {1}; {2}";
}
