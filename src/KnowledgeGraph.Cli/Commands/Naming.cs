using KnowledgeGraph.Query.Naming;

namespace KnowledgeGraph.Cli.Commands;

/// <summary>What is said of the names in a question.</summary>
internal static class Naming
{
    /// <summary>Lists what a name could mean, or names like it where it means nothing here.</summary>
    /// <returns>The exit code: an ambiguous name is wrong usage, for only the asker can decide; an unknown one has no rows.</returns>
    public static int Explain(Answering answering, Resolution name)
    {
        if (name.Candidates.IsEmpty)
        {
            answering.Remark($"Nobody and nothing called {name.Text} takes part in an event of this store."
                + (name.Near.IsEmpty ? "" : $" Written alike: {string.Join(", ", name.Near)}.") + $" kg mentions {name.Text} searches the texts.");
            return KgCommand.Success;
        }

        answering.Terminal.Error.WriteLine($"kg: {name.Text} could be any of these; write the state in front, the full name, or the id:");
        foreach (var candidate in name.Candidates)
        {
            answering.Terminal.Error.WriteLine("  " + Describe(answering, candidate));
        }

        return KgCommand.WrongUsage;
    }

    /// <summary>With <c>--verbose</c> what each name was taken to mean; always who else bears it and was left out.</summary>
    public static void Report(Answering answering, IEnumerable<Resolution> names)
    {
        foreach (var name in names)
        {
            if (answering.Verbose && name.Found is { } found)
            {
                answering.Remark($"{name.Text}: {string.Join(", ", found.Nodes.Concat(found.Countries.Concat(found.Titles)).Take(8))}");
            }

            if (name.Found is { OthersLeftOut: { IsEmpty: false } others })
            {
                answering.Remark($"Others called {name.Text} are left out: {string.Join("; ", others.Select(other => Describe(answering, other)))}.");
            }
        }
    }

    private static string Describe(Answering answering, Candidate candidate)
    {
        var about = candidate.Offices.IsEmpty ? candidate.Country : string.Join(", ", candidate.Offices);
        return FormattableString.Invariant($"{candidate.Country}{candidate.Name}{(about is null ? "" : $" ({about})")}, {candidate.Articles} articles, {candidate.Id}");
    }
}
