namespace PlanDsl.Cli;

/// <summary>The colours and fonts of pictures.</summary>
internal static class SvgTheme
{
    /// <summary>The style sheet: a kind of step has its colour, everything else is grey. Without variables, which few programs know that
    /// are not browsers.</summary>
    public const string Css = """

        text { font-family: system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; fill: #1b2330 }
        .title { font-size: 20px; font-weight: 600 }
        .summary { font-size: 13px; fill: #687285 }
        .id { font-size: 13px; font-weight: 600 }
        .label { font-size: 11px; font-weight: 400; fill: #687285 }
        .paper { fill: #fbfbfd }
        .box { fill: #ffffff; stroke: #d5d9e2 }
        .mark, .command .mark { fill: #3b71e8 }
        .call .mark { fill: #7d56e0 }
        .agent .mark { fill: #d6478f }
        .plan .mark { fill: #16976a }
        .wait .mark { fill: #d2820f }
        .group > .box { fill: #eef6f8; stroke: #0f95ab; stroke-opacity: 0.6 }
        .optional .box { stroke-dasharray: 5 3; stroke: #a3adbf }
        .edge { fill: none; stroke: #a3adbf; stroke-width: 1.5 }
        .edge.optional { stroke-dasharray: 5 3 }
        .edge:hover { stroke: #1b2330; stroke-width: 2.5 }
        .tip { fill: #a3adbf }
        @media (prefers-color-scheme: dark) {
          text { fill: #e7ebf2 }
          .summary, .label { fill: #93a0b5 }
          .paper { fill: #12161d }
          .box { fill: #1b212b; stroke: #343d4c }
          .group > .box { fill: #142127 }
          .edge, .optional .box { stroke: #5d6a80 }
          .edge:hover { stroke: #e7ebf2 }
          .tip { fill: #5d6a80 }
        }

        """;
}
