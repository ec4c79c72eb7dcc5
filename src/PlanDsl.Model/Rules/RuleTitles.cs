namespace PlanDsl.Model;

/// <summary>The title of each rule, by the name of its id in <see cref="RuleIds"/>.</summary>
public static class RuleTitles
{
    /// <summary>The title of PLAN0001.</summary>
    public const string NotPartial = "Plan class is not partial";

    /// <summary>The title of PLAN0002.</summary>
    public const string NoSteps = "Plan or group has no steps";

    /// <summary>The title of PLAN0003.</summary>
    public const string DuplicateStepId = "Duplicate step id";

    /// <summary>The title of PLAN0004.</summary>
    public const string InvalidName = "Invalid id or key";

    /// <summary>The title of PLAN0005.</summary>
    public const string UnsupportedShape = "Unsupported class shape";

    /// <summary>The title of PLAN0006.</summary>
    public const string UnsupportedSignature = "Unsupported step signature";

    /// <summary>The title of PLAN0007.</summary>
    public const string IgnoresCancellation = "Step ignores cancellation";

    /// <summary>The title of PLAN0008.</summary>
    public const string TooManySteps = "Too many steps";

    /// <summary>The title of PLAN0009.</summary>
    public const string DuplicatePlanId = "Duplicate plan id";

    /// <summary>The title of PLAN0010.</summary>
    public const string PlanIsInvalid = "Plan is invalid";

    /// <summary>The title of PLAN0101.</summary>
    public const string Cycle = "Plan has a cycle";

    /// <summary>The title of PLAN0102.</summary>
    public const string UnknownDependency = "Unknown dependency";

    /// <summary>The title of PLAN0103.</summary>
    public const string SelfDependency = "Step depends on itself";

    /// <summary>The title of PLAN0104.</summary>
    public const string RedundantDependency = "Redundant dependency";

    /// <summary>The title of PLAN0105.</summary>
    public const string UnreachableStep = "Unreachable step";

    /// <summary>The title of PLAN0106.</summary>
    public const string RecursivePlan = "Recursive sub-plans";

    /// <summary>The title of PLAN0201.</summary>
    public const string UnboundParameter = "No step produces this result_key";

    /// <summary>The title of PLAN0202.</summary>
    public const string TypeMismatch = "Type mismatch";

    /// <summary>The title of PLAN0203.</summary>
    public const string DuplicateResultKey = "Duplicate result_key";

    /// <summary>The title of PLAN0204.</summary>
    public const string OptionalIntoNonNullable = "Optional result into a non-nullable parameter";

    /// <summary>The title of PLAN0205.</summary>
    public const string UnusedResult = "Result is never used";

    /// <summary>The title of PLAN0206.</summary>
    public const string ShadowedInput = "result_key shadows an input";

    /// <summary>The title of PLAN0207.</summary>
    public const string UnknownMember = "Unknown member";

    /// <summary>The title of PLAN0208.</summary>
    public const string ElementSource = "[Each] cannot go through its source";

    /// <summary>The title of PLAN0209.</summary>
    public const string NotProvided = "Consumed but not provided";

    /// <summary>The title of PLAN0210.</summary>
    public const string LiveStream = "Stream cannot be read live";

    /// <summary>The title of PLAN0211.</summary>
    public const string InputDeclaredTwice = "Input declared twice, differently";

    /// <summary>The title of PLAN0212.</summary>
    public const string Unrecordable = "Result or input cannot be recorded";

    /// <summary>The title of PLAN0301.</summary>
    public const string InvalidTimeout = "Invalid timeout";

    /// <summary>The title of PLAN0302.</summary>
    public const string InvalidRetry = "Invalid retry";

    /// <summary>The title of PLAN0303.</summary>
    public const string TimeoutExceedsPlan = "Step timeout exceeds plan timeout";

    /// <summary>The title of PLAN0304.</summary>
    public const string ThresholdOutOfRange = "Threshold out of range";

    /// <summary>The title of PLAN0305.</summary>
    public const string InvalidParallelism = "Invalid parallelism";

    /// <summary>The title of PLAN0306.</summary>
    public const string UnknownPolicy = "Unknown policy or strategy";

    /// <summary>The title of PLAN0307.</summary>
    public const string InvalidFallback = "Invalid fallback or compensation";

    /// <summary>The title of PLAN0308.</summary>
    public const string InvalidCondition = "Invalid condition";

    /// <summary>The title of PLAN0309.</summary>
    public const string IneffectiveOption = "Option without effect";

    /// <summary>The title of PLAN0310.</summary>
    public const string InvalidLoop = "Invalid loop";

    /// <summary>The title of PLAN0401.</summary>
    public const string UnreachableState = "Unreachable state";

    /// <summary>The title of PLAN0402.</summary>
    public const string DeadEnd = "Dead end that is not terminal";

    /// <summary>The title of PLAN0403.</summary>
    public const string AmbiguousTransition = "Two targets for one state and trigger";

    /// <summary>The title of PLAN0404.</summary>
    public const string NoInitialState = "No initial state";

    /// <summary>The title of PLAN0405.</summary>
    public const string UnusedTrigger = "Unused trigger";

    /// <summary>The title of PLAN0501.</summary>
    public const string MalformedJson = "Malformed JSON";

    /// <summary>The title of PLAN0502.</summary>
    public const string UnknownProperty = "Unknown property";

    /// <summary>The title of PLAN0503.</summary>
    public const string WrongType = "Wrong type";

    /// <summary>The title of PLAN0504.</summary>
    public const string MissingProperty = "Missing property";

    /// <summary>The title of PLAN0505.</summary>
    public const string UnsupportedVersion = "Unsupported version";

    /// <summary>The title of PLAN0506.</summary>
    public const string StepBodyNotFound = "Step body not found";

    /// <summary>The title of PLAN0507.</summary>
    public const string UnresolvedVariable = "Unresolved variable";

    /// <summary>The title of PLAN0508.</summary>
    public const string OverLimit = "Over a limit";

    /// <summary>The title of PLAN0509.</summary>
    public const string NotOneKind = "Not exactly one step kind or value";

    /// <summary>The title of PLAN0510.</summary>
    public const string InvalidTemplate = "Invalid template or path";

    /// <summary>The title of PLAN0511.</summary>
    public const string InvalidTransitions = "Invalid transitions";

    /// <summary>The title of PLAN0512.</summary>
    public const string PlanFileNotFound = "Plan file not found";
}
