using ReleaseNotes;

var directory = Directory.CreateTempSubdirectory("release-notes-");
await new SampleRepositoryPlan().RunAsync(directory.FullName);

var results = await new ReleaseNotesPlan().RunAsync(repository: directory.FullName, version: "2.0.0");
Console.WriteLine(results.Notes.Text);
Console.WriteLine(results.Tag is null ? "Not tagged." : "Tagged v2.0.0.");

directory.Delete(recursive: true);
return results is { Notes: { Changes: 4, IsBreaking: true }, Tag: not null } ? 0 : 1;
