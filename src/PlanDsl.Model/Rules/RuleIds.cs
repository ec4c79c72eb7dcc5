namespace PlanDsl.Model;

/// <summary>The ids of all rules. An id is for ever: it is never given to another rule.</summary>
public static class RuleIds
{
    /// <summary>Plan class is not partial.</summary>
    public const string NotPartial = "PLAN0001";

    /// <summary>Plan or group has no steps.</summary>
    public const string NoSteps = "PLAN0002";

    /// <summary>Duplicate step id.</summary>
    public const string DuplicateStepId = "PLAN0003";

    /// <summary>Invalid id or key.</summary>
    public const string InvalidName = "PLAN0004";

    /// <summary>Unsupported class shape.</summary>
    public const string UnsupportedShape = "PLAN0005";

    /// <summary>Unsupported step signature.</summary>
    public const string UnsupportedSignature = "PLAN0006";

    /// <summary>Step ignores cancellation.</summary>
    public const string IgnoresCancellation = "PLAN0007";

    /// <summary>Too many steps.</summary>
    public const string TooManySteps = "PLAN0008";

    /// <summary>Duplicate plan id.</summary>
    public const string DuplicatePlanId = "PLAN0009";

    /// <summary>Plan is invalid.</summary>
    public const string PlanIsInvalid = "PLAN0010";

    /// <summary>Plan has a cycle.</summary>
    public const string Cycle = "PLAN0101";

    /// <summary>Unknown dependency.</summary>
    public const string UnknownDependency = "PLAN0102";

    /// <summary>Step depends on itself.</summary>
    public const string SelfDependency = "PLAN0103";

    /// <summary>Redundant dependency.</summary>
    public const string RedundantDependency = "PLAN0104";

    /// <summary>Unreachable step.</summary>
    public const string UnreachableStep = "PLAN0105";

    /// <summary>Recursive sub-plans.</summary>
    public const string RecursivePlan = "PLAN0106";

    /// <summary>No step produces this result_key.</summary>
    public const string UnboundParameter = "PLAN0201";

    /// <summary>Type mismatch.</summary>
    public const string TypeMismatch = "PLAN0202";

    /// <summary>Duplicate result_key.</summary>
    public const string DuplicateResultKey = "PLAN0203";

    /// <summary>Optional result into a non-nullable parameter.</summary>
    public const string OptionalIntoNonNullable = "PLAN0204";

    /// <summary>Result is never used.</summary>
    public const string UnusedResult = "PLAN0205";

    /// <summary>result_key shadows an input.</summary>
    public const string ShadowedInput = "PLAN0206";

    /// <summary>Unknown member.</summary>
    public const string UnknownMember = "PLAN0207";

    /// <summary>[Each] cannot go through its source.</summary>
    public const string ElementSource = "PLAN0208";

    /// <summary>Consumed but not provided.</summary>
    public const string NotProvided = "PLAN0209";

    /// <summary>Stream cannot be read live.</summary>
    public const string LiveStream = "PLAN0210";

    /// <summary>Input declared twice, differently.</summary>
    public const string InputDeclaredTwice = "PLAN0211";

    /// <summary>Result or input of a resumable plan cannot be recorded.</summary>
    public const string Unrecordable = "PLAN0212";

    /// <summary>Invalid timeout.</summary>
    public const string InvalidTimeout = "PLAN0301";

    /// <summary>Invalid retry.</summary>
    public const string InvalidRetry = "PLAN0302";

    /// <summary>Step timeout exceeds plan timeout.</summary>
    public const string TimeoutExceedsPlan = "PLAN0303";

    /// <summary>Threshold out of range.</summary>
    public const string ThresholdOutOfRange = "PLAN0304";

    /// <summary>Invalid parallelism.</summary>
    public const string InvalidParallelism = "PLAN0305";

    /// <summary>Unknown policy or strategy.</summary>
    public const string UnknownPolicy = "PLAN0306";

    /// <summary>Invalid fallback or compensation.</summary>
    public const string InvalidFallback = "PLAN0307";

    /// <summary>Invalid condition.</summary>
    public const string InvalidCondition = "PLAN0308";

    /// <summary>Option without effect.</summary>
    public const string IneffectiveOption = "PLAN0309";

    /// <summary>Invalid loop.</summary>
    public const string InvalidLoop = "PLAN0310";

    /// <summary>Unreachable state.</summary>
    public const string UnreachableState = "PLAN0401";

    /// <summary>Dead end that is not terminal.</summary>
    public const string DeadEnd = "PLAN0402";

    /// <summary>Two targets for one state and trigger.</summary>
    public const string AmbiguousTransition = "PLAN0403";

    /// <summary>No initial state.</summary>
    public const string NoInitialState = "PLAN0404";

    /// <summary>Unused trigger.</summary>
    public const string UnusedTrigger = "PLAN0405";

    /// <summary>Malformed JSON.</summary>
    public const string MalformedJson = "PLAN0501";

    /// <summary>Unknown property.</summary>
    public const string UnknownProperty = "PLAN0502";

    /// <summary>Wrong type.</summary>
    public const string WrongType = "PLAN0503";

    /// <summary>Missing property.</summary>
    public const string MissingProperty = "PLAN0504";

    /// <summary>Unsupported version.</summary>
    public const string UnsupportedVersion = "PLAN0505";

    /// <summary>Step body not found.</summary>
    public const string StepBodyNotFound = "PLAN0506";

    /// <summary>Unresolved variable.</summary>
    public const string UnresolvedVariable = "PLAN0507";

    /// <summary>Over a limit.</summary>
    public const string OverLimit = "PLAN0508";

    /// <summary>Not exactly one step kind or value.</summary>
    public const string NotOneKind = "PLAN0509";

    /// <summary>Invalid template or path.</summary>
    public const string InvalidTemplate = "PLAN0510";

    /// <summary>Invalid transitions.</summary>
    public const string InvalidTransitions = "PLAN0511";

    /// <summary>Plan file not found.</summary>
    public const string PlanFileNotFound = "PLAN0512";
}
