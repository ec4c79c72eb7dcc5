namespace PlanDsl.Model;

/// <summary>Makes edges of what steps provide and consume.</summary>
internal static class SupplyEdges
{
    // Many that provide one thing and many that consume it are edges by the square.
    private const int Most = 5_000_000;

    public static void Add(StepRow[] rows, FileFindings findings)
    {
        var providers = new Dictionary<string, List<StepRow>>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            foreach (var name in row.Model.Supply?.Provides ?? [])
            {
                if (!providers.TryGetValue(name, out var list))
                    providers.Add(name, list = []);
                list.Add(row);
            }
        }

        var count = 0;
        foreach (var row in rows)
        {
            if (row.Model.Supply is not { Consumes: { IsEmpty: false } consumes })
                continue;
            var edges = new List<ImpliedEdge>();
            for (var item = 0; item < consumes.Count; item++)
            {
                if (!providers.TryGetValue(consumes[item], out var list))
                    continue;
                if ((count += list.Count) > Most)
                {
                    findings.Add(RuleIds.OverLimit, row.Node.Token, ["The steps provide and consume so much of each other that there are more than 5,000,000 edges, which is the most that is read; give what they share names of its own"]);
                    return;
                }

                foreach (var provider in list)
                {
                    if (provider != row)
                        edges.Add(new(provider.Index, Anchor.Step(row.Index).At(PropertyNames.Consumes, item)));
                }
            }

            row.Model = row.Model with { Implied = edges.ToEquatableArray() };
        }
    }
}
