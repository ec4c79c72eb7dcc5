namespace PlanDsl.Model;

/// <summary>One thing that can be wrong with a state machine. Stateless.</summary>
public interface IStateMachineRule
{
    /// <summary>Adds what is wrong with <paramref name="machine"/> to <paramref name="findings"/>, in declaration order.</summary>
    void Check(StateMachineModel machine, ICollection<Finding> findings);
}
