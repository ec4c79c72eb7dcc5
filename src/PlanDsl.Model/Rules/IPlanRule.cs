namespace PlanDsl.Model;

/// <summary>One thing that can be wrong with a plan. Stateless.</summary>
public interface IPlanRule
{
    /// <summary>Adds what is wrong with <paramref name="plan"/> to <paramref name="findings"/>, in declaration order.</summary>
    void Check(PlanAnalysis plan, ICollection<Finding> findings);
}
