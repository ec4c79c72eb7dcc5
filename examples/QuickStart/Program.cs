using QuickStart;

var results = await new WordCountPlan().RunAsync("the quick brown fox jumps over the lazy dog");

Console.WriteLine(results.Summarize);
Console.WriteLine();
Console.WriteLine(WordCountPlan.Definition.ToMermaid());
