using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>Says what names mean in the steps of a plan.</summary>
internal sealed class PlaceCompiler
{
    private readonly PlanModel _model;
    private readonly Dictionary<string, JsonElement> _constants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, JsonElement>> _ofGroups = new(StringComparer.Ordinal);

    public PlaceCompiler(PlanModel model)
    {
        _model = model;
        Add(model.Constants, _constants);

        // Groups stand behind all other steps.
        for (var index = model.Steps.Count - 1; index >= 0 && model.Steps[index] is { Parallel: { } group } step; index--)
        {
            if (group is not { Constants: { IsEmpty: false } constants })
                continue;
            var all = new Dictionary<string, JsonElement>(_constants, StringComparer.Ordinal);
            Add(constants, all);
            _ofGroups[step.Id] = all;
        }

        OfPlan = new(-1, model.Id, MethodRole.Body) { Constants = _constants };
    }

    /// <summary>Outside of all steps.</summary>
    public CodePlace OfPlan { get; }

    /// <summary>In a step, or in what it calls for another purpose.</summary>
    public CodePlace Of(int step, MethodRole role) => new(step, _model.Steps[step].Id, role)
    {
        Constants = _model.Steps[step].Group is { } group && _ofGroups.TryGetValue(group, out var constants) ? constants : _constants,
    };

    private static void Add(EquatableArray<ConstantModel> declared, Dictionary<string, JsonElement> constants)
    {
        foreach (var constant in declared)
            constants[constant.Name] = JsonElement.Parse(constant.Json);
    }
}
