using KnowledgeGraph.Articles;
using KnowledgeGraph.Extraction.Agreements;
using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Events;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Extraction.Time;
using KnowledgeGraph.Rules;
using KnowledgeGraph.Text;

namespace KnowledgeGraph.Linking;

/// <summary>Links what the passes over the sentences of an article found into people, events and agreements.</summary>
internal sealed class ArticleLinker
{
    private readonly Vocabulary vocabulary;
    private readonly Dateline dateline;
    private readonly OfficeHolders holders;
    private readonly GazetteerPlaces places;
    private readonly ClassTable classes;
    private readonly HashSet<string> territories;
    private readonly string[] delegations;

    /// <summary>Links by a rule set.</summary>
    public ArticleLinker(RuleSet rules, Vocabulary vocabulary, CharacterFolding folding)
    {
        this.vocabulary = vocabulary;
        dateline = new Dateline(vocabulary);
        holders = new OfficeHolders(rules);
        classes = vocabulary.Classes;
        territories = [.. WordsOf(rules, "territory")];
        delegations = [.. WordsOf(rules, "delegation")];
        places = new GazetteerPlaces(rules, folding);
    }

    /// <summary>Everything that was understood of an article.</summary>
    public ArticleReading Link(
        Article article, IReadOnlyList<ParsedSentence> sentences, IReadOnlyList<PersonCluster> people,
        IReadOnlyList<EventMention> events, IReadOnlyList<AgreementMention> agreements)
    {
        var coreference = new Coreference(people, StateCounts(sentences), holders, territories, delegations, Spouses.In(sentences, vocabulary, article.Text));
        var published = article.Published?.Date;
        var written = dateline.DayOf(sentences, published);
        var linker = new EventLinker(coreference, places, classes, sentences, article.Text, written ?? published, written is not null);
        var mentions = events.Where(mention => mention.Trigger.Start >= dateline.EndOf(sentences[mention.Sentence])).ToList();
        var told = linker.Link(new MessageChorus(sentences, coreference, classes, article.Text).Expand(mentions));
        var linked = new AgreementLinker(sentences, told, new Speeches(sentences, classes), coreference, classes, article.Text).Link(agreements);
        var merged = EventMerger.Merge(told);
        return new ArticleReading(article, sentences, people, [.. EventContext.Complete(merged).Select(Resolve)], linked);
    }

    /// <summary>Adds the holder of an unnamed office where the rules know exactly one through all possible days.</summary>
    private ResolvedEvent Resolve(ResolvedEvent told)
    {
        if (told.Date is not { } date || !told.Participants.Any(participant => participant.Kind == ParticipantKind.Office))
        {
            return told;
        }

        return told with
        {
            Participants = [.. told.Participants.Select(participant =>
                participant is { Kind: ParticipantKind.Office, Title: { } title, Country: { } country } && holders.HolderBetween(title, country, date.From, date.To) is { } holder
                    ? participant with { Resolved = (holder.Name, holder.Source) }
                    : participant)],
        };
    }

    private static IEnumerable<string> WordsOf(RuleSet rules, string name) => rules.Words.Where(words => words.Name == name).SelectMany(words => words.Words);

    private static Dictionary<string, int> StateCounts(IReadOnlyList<ParsedSentence> sentences)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var mention in sentences.SelectMany(sentence => sentence.Items).Select(item => item.Value).OfType<StateMention>())
        {
            counts[mention.State] = counts.GetValueOrDefault(mention.State) + 1;
        }

        return counts;
    }
}
