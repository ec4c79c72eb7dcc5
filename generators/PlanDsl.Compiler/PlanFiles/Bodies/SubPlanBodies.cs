using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Writes how another plan is run: PLAN0506 where there is none, PLAN0201 and PLAN0502 where its inputs are not those that it is given.</summary>
internal static class SubPlanBodies
{
    private const string With = "with";
    private const string Started = "__run";

    public static MethodBody? Write(MethodLowering method, SubPlanModel run)
    {
        if (method.Plan.Catalog.Find(run.Id) is not { } plan)
        {
            foreach (var entry in run.With)
                method.Writer.Json(entry.Value, TextPlace.Of(With).Member(entry.Name));
            ReportUnknown(method, run.Id);
            return null;
        }

        if (plan.Type.Contains("<"))
        {
            method.Report(RuleIds.StepBodyNotFound, TextPlace.Of("plan"), [method.Model.Id, $"runs plan '{run.Id}', which is generic", "name a plan without type parameters, since nothing here says for which types"]);
            return null;
        }

        method.Plan.Runs.Add(plan.Id);
        var unread = new List<string>();
        var arguments = ArgumentsOf(method, run, plan, unread);
        if (arguments is null || method.Plan.Instances.Of(plan, method) is not { } instance)
            return null;
        var context = method.Parameters.Context();
        arguments.Add($"{context}.SubPlanOptions()");
        arguments.Add($"{context}.CancellationToken");
        var start = $"{instance.Code}.Start({string.Join(", ", arguments)})";
        if (plan.MayRefuse)
            (unread, start) = ([.. unread, .. Guarded(start, plan, method)], Started);
        return MethodBody.Task($"{start}.GetResultsAsync()", PlanResultTypes.Of(plan, method.Plan.Catalog)) with
        {
            NeedsInstance = instance.IsHeld,
            Before = unread.Count == 0 ? [] : [.. method.Before(), .. unread],
        };
    }

    private static string[] Guarded(string start, CatalogPlan plan, MethodLowering method) =>
    [
        $"global::PlanDsl.PlanRun<{plan.Type}.Results> {Started};",
        "try",
        "{",
        $"    {Started} = {start};",
        "}",
        "catch (global::System.ArgumentException __fault)",
        "{",
        $"    throw global::PlanDsl.HandedInput.Refused({CSharpText.Quote(method.Place)}, {CSharpText.Quote(plan.Id)}, __fault);",
        "}",
    ];

    private static List<string>? ArgumentsOf(MethodLowering method, SubPlanModel run, CatalogPlan plan, List<string> unread)
    {
        var arguments = new List<string>();
        var entries = run.With.ToDictionary(static entry => entry.Name, StringComparer.Ordinal);
        var isWhole = true;
        foreach (var input in plan.Inputs)
        {
            if (entries.TryGetValue(input.Name, out var entry))
            {
                var argument = new HandedValue(method, plan, input).Write(entry.Value, TextPlace.Of(With).Member(entry.Name));
                isWhole &= argument is not null;
                arguments.Add(argument ?? "");
            }
            else if (input.LeftOut is { } value)
            {
                arguments.Add(value);
            }
            else
            {
                isWhole = false;
                method.Report(RuleIds.UnboundParameter, TextPlace.Of("plan"),
                    HandedTexts.NotGiven(input.Name, plan.Id, method.Place));
            }
        }

        var known = new HashSet<string>(plan.Inputs.Select(static input => input.Name), StringComparer.Ordinal);
        foreach (var entry in run.With)
        {
            if (known.Contains(entry.Name))
                continue;
            var value = method.Writer.Json(entry.Value, TextPlace.Of(With).Member(entry.Name));
            isWhole &= plan.TakesAny && value is not null;
            if (!plan.TakesAny)
                ReportNoInput(method, plan, entry.Name);
            else if (JsonConstant.Of(entry.Value) is null)
                unread.Add($"_ = {value};");
        }

        return isWhole ? arguments : null;
    }

    private static void ReportNoInput(MethodLowering method, CatalogPlan plan, string name)
    {
        var names = plan.Inputs.Select(static input => input.Name);
        var nearest = method.Plan.NearestInput(plan, name);
        method.Report(RuleIds.UnknownProperty, TextPlace.Of(With).Member(name), HandedTexts.NoInput(name, plan.Id, method.Place, nearest, names), nearest, isName: true);
    }

    private static void ReportUnknown(MethodLowering method, string id)
    {
        var catalog = method.Plan.Catalog;
        var found = UnknownPlan.Of(Anchor.StepMethod(method.Step, method.Role), method.Model.Id, id, file => catalog.InFile(file)?.Id, method.Plan.PlanIds.To);
        method.Report(found.Id, TextPlace.Of("plan"), found.Args, found.Suggestion);
    }
}
