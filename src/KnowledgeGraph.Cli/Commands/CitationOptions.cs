using System.CommandLine;
using KnowledgeGraph.Query;
using KnowledgeGraph.Query.Citing;

namespace KnowledgeGraph.Cli.Commands;

/// <summary>How an answer names its sources.</summary>
internal sealed class CitationOptions
{
    private readonly Option<bool> sources = new("--sources") { Description = "Show every source: publisher, title, time, the whole sentence, and a link that leads to it, or file and line." };
    private readonly Option<string?> cite = new Option<string?>("--cite")
    {
        Description = "Print references to the sources instead of rows: in Markdown, or as GB/T 7714 has them.", HelpName = "md|gbt7714",
    }.AcceptOnlyFromAmong(Reference.Markdown, Reference.Gbt7714);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(sources);
        command.Options.Add(cite);
    }

    /// <summary>What was asked for.</summary>
    public CitationStyle Of(ParseResult parsed) => new(parsed.GetValue(sources), parsed.GetValue(cite));
}

/// <summary>How an answer names its sources.</summary>
/// <param name="AllSources">Every one below its row.</param>
/// <param name="References">A list of references in this style in place of rows, or <see langword="null"/>.</param>
internal sealed record CitationStyle(bool AllSources, string? References)
{
    /// <summary>Prints contacts.</summary>
    public void Print(Answering answering, IEnumerable<Contact> contacts)
    {
        var made = new ContactRows(answering.Labels, answering.Store);
        if (References is null)
        {
            using var rows = answering.Rows();
            foreach (var contact in contacts)
            {
                rows.Write(made.Cited(contact, AllSources));
            }

            return;
        }

        PrintReferences(answering, contacts.SelectMany(contact => contact.Sources), made);
    }

    /// <summary>Prints references, each article once.</summary>
    public void PrintReferences(Answering answering, IEnumerable<ContactSource> sources, ContactRows made)
    {
        var number = 0;
        foreach (var source in sources.DistinctBy(source => source.ArticleId))
        {
            // References carry the plain address: style guides ask for what a reader can type.
            answering.Terminal.Output.WriteLine(Reference.To(References!, source, ++number, source.Url ?? made.Where(source)));
        }
    }
}
