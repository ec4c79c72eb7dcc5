using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>A plan file that has been read. Equal to another only if it is the same reading: it is read again only when its text has changed.</summary>
/// <param name="Place">Where it belongs.</param>
/// <param name="File">What was read.</param>
internal sealed record ReadPlanFile(PlanFilePlace Place, PlanFile File)
{
    /// <summary>Whether its steps run other plans.</summary>
    public bool RunsPlans { get; } = File.Model.Steps.Any(static step =>
        step.SubPlan is not null || step.Fallback?.SubPlan is not null || step.Compensate?.SubPlan is not null);

    public static ReadPlanFile Of(PlanFileText file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(file.Place, PlanFileReader.Read(file.Text, file.Place.Path));
    }
}
