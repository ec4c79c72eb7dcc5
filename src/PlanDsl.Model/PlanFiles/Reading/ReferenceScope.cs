namespace PlanDsl.Model;

/// <summary>What the references of a step may mean, apart from the results of others. One is used for all steps, in turn.</summary>
/// <param name="plan">What is known of the plan.</param>
internal sealed class ReferenceScope(PlanScope plan)
{
    private HashSet<string>? _groupConstants;

    /// <summary>The step.</summary>
    public Place Place { get; private set; }

    /// <summary>The key of its own result.</summary>
    public string ResultKey { get; private set; } = "";

    /// <summary>Whether the plan is one that another tool has written, to which a path through nothing may lead to nothing.</summary>
    public bool IsOfAnotherTool => plan.NeedsStatus;

    /// <summary>The names of the plan's inputs; <see langword="null"/> where it declares none, so that any may be given.</summary>
    public HashSet<string>? Inputs => plan.Inputs;

    /// <summary>The input that was probably meant by a name; <see langword="null"/> if there is none near.</summary>
    public string? NearestInput(string name) => plan.NearestInput(name);

    /// <summary>The ids of the plan's steps.</summary>
    public StepIds StepIds => plan.StepIds;

    /// <summary>The names of the environment variables that the step adds.</summary>
    public HashSet<string>? StepEnvironment { get; set; }

    /// <summary>The variables that are read now, so that not all of them are set yet; <see langword="null"/> where none are.</summary>
    public JsonNode? Environment { get; set; }

    /// <summary>The one of them that is read now.</summary>
    public string Variable { get; set; } = "";

    /// <summary>Whether it runs for each element of an array.</summary>
    public bool IsFanOut { get; private set; }

    /// <summary>Whether it is repeated.</summary>
    public bool IsLoop { get; private set; }

    /// <summary>Has it be that of what stands outside of all steps.</summary>
    public void Enter(Place place) => (Place, ResultKey, StepEnvironment, _groupConstants, IsFanOut, IsLoop) = (place, "", null, null, false, false);

    /// <summary>Has it be that of a step.</summary>
    /// <param name="place">The step.</param>
    /// <param name="view">What it says.</param>
    /// <param name="groupConstants">The names of the constants that the group around it adds; <see langword="null"/> for none.</param>
    public void Enter(Place place, ObjectView view, HashSet<string>? groupConstants)
    {
        Enter(place);
        ResultKey = view.Text("result_key") ?? view["agent"]?.Find("result_key")?.Value ?? place.Name;
        _groupConstants = groupConstants;
        IsFanOut = view.IsGiven("for_each");
        IsLoop = view.IsGiven("repeat_until");
    }

    public bool HasConstant(string name) => plan.Constants.Contains(name) || _groupConstants?.Contains(name) is true;

    /// <summary>Whether a variable is set by the one that is read now, or below it.</summary>
    public bool IsSetLater(string name) => Environment?.Find(name) is not null;

    public bool HasVariable(string name) => plan.Environment.Contains(name) || StepEnvironment?.Contains(name) is true;
}
