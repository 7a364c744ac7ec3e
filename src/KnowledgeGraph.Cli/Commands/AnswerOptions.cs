using System.CommandLine;
using System.Globalization;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Cli.Commands;

/// <summary>The options that every command with an answer takes, and what they give.</summary>
internal sealed class AnswerOptions
{
    private readonly Option<string> store = SharedOptions.Store();
    private readonly Option<string> format = SharedOptions.Format();
    private readonly Option<string> language = new Option<string>("--lang")
    {
        Description = "Names as the articles write them (zh), or in English where known (en).",
        HelpName = "zh|en",
        DefaultValueFactory = _ => Labels.Languages[0],
    }.AcceptOnlyFromAmong(Labels.Languages);

    private readonly Option<string?> rules = SharedOptions.Rules();
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "Print rows only, no remarks." };
    private readonly Option<bool> verbose = new("--verbose", "-v") { Description = "Also say what the names were taken to mean." };

    /// <summary>Adds the options to a command, behind its own.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { store, format, language, rules, quiet, verbose })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The options that were given, as words for another command.</summary>
    public IEnumerable<string> Given(ParseResult parsed)
    {
        foreach (var option in new Option<string?>[] { store!, format!, language!, rules })
        {
            if (parsed.GetResult(option) is { Implicit: false } && parsed.GetValue(option) is { } value)
            {
                yield return option.Name;
                yield return value;
            }
        }

        foreach (var option in new[] { quiet, verbose }.Where(parsed.GetValue))
        {
            yield return option.Name;
        }
    }

    /// <summary>What a parsed command gave; opens the store.</summary>
    /// <exception cref="StoreException">There is no store at <c>--db</c>.</exception>
    /// <exception cref="UsageException">There is no folder of rules.</exception>
    public Answering Open(ParseResult parsed, Terminal terminal)
    {
        var vocabulary = parsed.GetValue(rules) is { } folder ? SharedOptions.VocabularyFrom(folder) : QueryVocabulary.Default;
        return new Answering(
            terminal,
            KnowledgeStore.OpenForReading(parsed.GetValue(store)!),
            vocabulary,
            parsed.GetValue(format)!,
            parsed.GetValue(language) == "en" ? new Labels(vocabulary) : Labels.Original,
            parsed.GetValue(quiet),
            parsed.GetValue(verbose));
    }
}

/// <summary>A command that answers from a store.</summary>
internal sealed record Answering(
    Terminal Terminal, KnowledgeStore Store, QueryVocabulary Vocabulary, string Format, Labels Labels, bool Quiet, bool Verbose) : IDisposable
{
    /// <summary>Writes rows in the format asked for.</summary>
    public RowWriter Rows() => RowWriter.Create(Format, Terminal);

    /// <summary>Writes rows and, where there are none, a remark in their place.</summary>
    public int Print(IEnumerable<Row> rows, Func<string> whyNone)
    {
        var any = false;
        using (var writer = Rows())
        {
            foreach (var row in rows)
            {
                writer.Write(row);
                any = true;
            }
        }

        if (!any)
        {
            Remark(whyNone());
        }

        return KgCommand.Success;
    }

    /// <summary>Asks, and takes a date that is none for wrong usage.</summary>
    /// <exception cref="UsageException">A date of the question is none.</exception>
    public static T Ask<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (FormatException error)
        {
            throw new UsageException(error.Message);
        }
    }

    /// <summary>Says something beside the rows, on standard error.</summary>
    public void Remark(string text)
    {
        if (!Quiet)
        {
            // Where both go to one place, what was printed first stands first.
            Terminal.Output.Flush();
            Terminal.Error.WriteLine(text);
        }
    }

    /// <summary>Says something beside the rows, on standard error.</summary>
    public void Remark(FormattableString text) => Remark(text.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public void Dispose() => Store.Dispose();
}
