using System.CommandLine;
using System.Globalization;
using System.Text;
using KnowledgeGraph.Articles;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Rules;
using KnowledgeGraph.Text;

namespace KnowledgeGraph.Cli;

/// <summary>Options that several commands share, each made anew for its command.</summary>
internal static class SharedOptions
{
    /// <summary>Where the store is unless <c>--db</c> says otherwise.</summary>
    public static readonly string DefaultStore = Path.Combine("graph-export", "kg.db");

    /// <summary><c>--db FILE</c>.</summary>
    public static Option<string> Store() => new("--db")
    {
        Description = "The store to use.",
        HelpName = "FILE",
        DefaultValueFactory = _ => DefaultStore,
    };

    /// <summary><c>--format table|json|jsonl|csv|md</c>.</summary>
    public static Option<string> Format()
    {
        var option = new Option<string>("--format") { Description = "How to print rows.", HelpName = "table|json|jsonl|csv|md", DefaultValueFactory = _ => RowWriter.Formats[0] };
        return option.AcceptOnlyFromAmong(RowWriter.Formats);
    }

    /// <summary><c>--corrections FILE</c>.</summary>
    public static Option<string?> Corrections() => new("--corrections")
    {
        Description = $"What you know better than the articles. [default: {CorrectionFile.Name} beside the store]",
        HelpName = "FILE",
    };

    /// <summary><c>--rules FOLDER</c>.</summary>
    public static Option<string?> Rules() => new("--rules") { Description = "Use the rule files of a folder instead of those built in.", HelpName = "FOLDER" };

    /// <summary><c>--map part=field,…</c>.</summary>
    public static Option<string?> Map() => new("--map")
    {
        Description = "Names of the fields in JSON Lines and CSV inputs, such as text=content,date=publish_time,url=link.",
        HelpName = "PART=FIELD,...",
    };

    /// <summary><c>--report FILE.csv</c>.</summary>
    public static Option<string?> Report() => new("--report") { Description = "Write what became of every source, as CSV.", HelpName = "FILE" };

    /// <summary><c>PATH...</c>.</summary>
    public static Argument<string[]> Paths() => new("PATH")
    {
        Description = "Files, folders, archives, or - for JSON Lines on standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The rules that <c>--rules</c> names, or those built in.</summary>
    /// <param name="folder">The folder named, or <see langword="null"/>.</param>
    /// <param name="cache">Where compiled rules of a folder are kept, or <see langword="null"/>.</param>
    /// <exception cref="UsageException">There is no such folder.</exception>
    public static RuleSource RulesFrom(string? folder, string? cache = null)
    {
        try
        {
            return folder is null ? RuleSource.Embedded : RuleSource.FromFolder(folder, cache);
        }
        catch (DirectoryNotFoundException error)
        {
            throw new UsageException("--rules: " + error.Message);
        }
    }

    /// <summary>The forms of names that the rules of a folder know.</summary>
    /// <exception cref="UsageException">There is no such folder.</exception>
    public static QueryVocabulary VocabularyFrom(string folder) => RulesFrom(folder).QueryVocabulary();

    /// <summary><c>--since DATE</c>.</summary>
    public static Option<string?> Since() => new("--since")
    {
        Description = "Not before: 2021, 2021-04, 2021-04-03, or both ends at once: 2021..2022. An event counts if one of its possible days does.",
        HelpName = "DATE",
    };

    /// <summary><c>--until DATE</c>.</summary>
    public static Option<string?> Until() => new("--until") { Description = "Not after, the day, month or year itself included.", HelpName = "DATE" };

    /// <summary>A number of at least 1.</summary>
    public static Option<int?> Number(string name, string description, string helpName = "N")
    {
        var option = new Option<int?>(name) { Description = description, HelpName = helpName };
        option.Validators.Add(result =>
        {
            // The text itself: the value of what is no number cannot be asked for.
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1))
            {
                result.AddError($"{name}: '{token.Value}' is no number; expected one of at least 1.");
            }
        });
        return option;
    }

    /// <summary>The dictionary that texts are cut by: jieba's, with the words of a user's file where one is named.</summary>
    /// <exception cref="UsageException">The file cannot be read, or a line of it is no entry.</exception>
    public static Lexicon? LexiconFrom(string? file)
    {
        if (file is null)
        {
            return null;
        }

        try
        {
            using var reader = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return Lexicon.Default.With(reader, file, CharacterFolding.Default);
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"--user-dict: {file} is not UTF-8; save it as UTF-8.");
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException("--user-dict: " + error.Message);
        }
    }

    /// <summary>A reader of the inputs of a command.</summary>
    /// <exception cref="UsageException"><c>--map</c> cannot be read.</exception>
    public static ArticleReader Reader(Terminal terminal, string? map, RuleSource rules)
    {
        try
        {
            var fields = map is null ? FieldMap.Default : FieldMap.Parse(map);
            return new ArticleReader(new ReadOptions { Fields = fields, StandardInput = terminal.Input }, rules);
        }
        catch (FormatException error)
        {
            throw new UsageException("--map: " + error.Message);
        }
    }
}
