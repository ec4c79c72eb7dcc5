namespace PlanDsl.Model;

/// <summary>The families of rules, by the first two digits of their ids.</summary>
public enum RuleFamily
{
    /// <summary>00xx: how plans and steps are declared.</summary>
    Declaration,

    /// <summary>01xx: the graph of the steps.</summary>
    Graph,

    /// <summary>02xx: results, inputs and what binds them.</summary>
    Binding,

    /// <summary>03xx: policies and limits.</summary>
    Policy,

    /// <summary>04xx: state machines.</summary>
    StateMachine,

    /// <summary>05xx: plan files.</summary>
    PlanFile,
}
