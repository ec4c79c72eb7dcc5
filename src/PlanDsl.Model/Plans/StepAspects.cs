namespace PlanDsl.Model;

/// <summary>What there is about a step that some rule may have to say something of. Most steps have little of it, so that most
/// rules look at few of them.</summary>
[Flags]
internal enum StepAspects
{
    None = 0,

    /// <summary>The body returns a task, and is given nothing by which it could be told to stop.</summary>
    Unstoppable = 1,

    /// <summary>It is a parallel group.</summary>
    Group = 1 << 1,

    /// <summary>It names a group as its own.</summary>
    Member = 1 << 2,

    /// <summary>It runs another plan, as its body, in place of it, or to undo it.</summary>
    SubPlan = 1 << 3,

    /// <summary>It waits for a signal.</summary>
    Signal = 1 << 4,

    /// <summary>It names dependencies.</summary>
    Dependencies = 1 << 5,

    /// <summary>It declares a length of time.</summary>
    Time = 1 << 6,

    /// <summary>It says something of retries.</summary>
    Retry = 1 << 7,

    /// <summary>It says what becomes of failures: its own, or those before it.</summary>
    Policy = 1 << 8,

    /// <summary>It says something of loops.</summary>
    Loop = 1 << 9,

    /// <summary>It bounds what runs at once.</summary>
    Bound = 1 << 10,

    /// <summary>A method takes an element of a collection.</summary>
    Element = 1 << 11,

    /// <summary>A method takes the result of the iteration before.</summary>
    Previous = 1 << 12,

    /// <summary>A method takes the outcome of another step.</summary>
    Outcome = 1 << 13,

    /// <summary>A method takes an input.</summary>
    Input = 1 << 14,

    /// <summary>A method takes the result of a step that does not exist, or elements from where there are none.</summary>
    Unresolved = 1 << 15,

    /// <summary>It refers to itself, or to what starts together with it.</summary>
    Reflexive = 1 << 16,

    /// <summary>Its result may be absent to some that bind it.</summary>
    Absentable = 1 << 17,

    /// <summary>A method may be given nothing where it asks for a result.</summary>
    MayMissResult = 1 << 18,

    /// <summary>A method takes something of a step that exists.</summary>
    Binds = 1 << 19,

    /// <summary>The body reads the stream of another step live.</summary>
    Live = 1 << 20,

    /// <summary>It names what it provides or consumes.</summary>
    Supply = 1 << 21,

    /// <summary>A method takes what a path leads to.</summary>
    Path = 1 << 22,

    /// <summary>It stands on a way through a plan with transitions.</summary>
    Flow = 1 << 23,

    /// <summary>It waits for steps that it does not name.</summary>
    Implied = 1 << 24,

    /// <summary>It has a result.</summary>
    Result = 1 << 25,

    /// <summary>Its result_key is written down.</summary>
    Key = 1 << 26,

    /// <summary>One of its names is not in plain snake_case, or a word that something else has.</summary>
    Name = 1 << 27,
}
