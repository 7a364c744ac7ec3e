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
            answering.Remark(Unclear(name));
            return KgCommand.Success;
        }

        answering.Terminal.Error.WriteLine("kg: " + Unclear(name));
        return KgCommand.WrongUsage;
    }

    /// <summary>What a name could mean, or names like it where it means nothing here.</summary>
    public static string Unclear(Resolution name) => name.Candidates.IsEmpty
        ? $"Nobody and nothing called {name.Text} takes part in an event of this store."
            + (name.Near.IsEmpty ? "" : $" Written alike: {string.Join(", ", name.Near)}.") + $" kg mentions {name.Text} searches the texts."
        : $"{name.Text} could be any of these; write the state in front, the full name, or the id:"
            + string.Concat(name.Candidates.Select(candidate => "\n  " + Describe(candidate)));

    /// <summary>Who else bears a name and was left out; <see langword="null"/> where nobody was.</summary>
    public static string? LeftOut(Resolution name) => name.Found is { OthersLeftOut: { IsEmpty: false } others }
        ? $"Others called {name.Text} are left out: {string.Join("; ", others.Select(Describe))}." : null;

    /// <summary>With <c>--verbose</c> what each name was taken to mean; always who else bears it and was left out.</summary>
    public static void Report(Answering answering, IEnumerable<Resolution> names)
    {
        foreach (var name in names)
        {
            if (answering.Verbose && name.Found is { } found)
            {
                answering.Remark($"{name.Text}: {string.Join(", ", found.Nodes.Concat(found.Countries.Concat(found.Titles)).Take(8))}");
            }

            if (LeftOut(name) is { } others)
            {
                answering.Remark(others);
            }
        }
    }

    private static string Describe(Candidate candidate)
    {
        var about = candidate.Offices.IsEmpty ? candidate.Country : string.Join(", ", candidate.Offices);
        return FormattableString.Invariant($"{candidate.Country}{candidate.Name}{(about is null ? "" : $" ({about})")}, {candidate.Articles} articles, {candidate.Id}");
    }
}
