using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Events;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Rules;
using KnowledgeGraph.Text;

namespace KnowledgeGraph.Linking;

/// <summary>
/// Tells which mentions of an article are one person: equal names, and a full transliterated name with its last part. Two
/// people of one name stay two where their states differ or one holds the deputy office of the other's.
/// </summary>
internal sealed partial class PersonClusterer
{
    private readonly NameRules names;
    private readonly NameShape shape;
    private readonly CharacterFolding folding;
    private readonly Vocabulary vocabulary;
    private readonly HashSet<string> deputies;
    private readonly ClassSet relative;
    private readonly string[] relativeWords;
    private readonly string[] qualifiers;
    private readonly Dictionary<string, string[]> leaderRoles;
    private readonly HashSet<string> states;
    private readonly TitleContext context;
    private readonly HeadlineOffices headlines;
    private readonly ClassSet heads;

    /// <summary>Clusters by a rule set.</summary>
    public PersonClusterer(RuleSet rules, Vocabulary vocabulary, CharacterFolding folding)
    {
        names = rules.Names;
        shape = new NameShape(rules.Names, Lexicon.Default);
        this.vocabulary = vocabulary;
        this.folding = folding;
        deputies = [.. rules.Titles.Prefixes.TryGetValue("deputy", out var words) ? words : []];
        relative = vocabulary.Classes["relative"];
        relativeWords = [.. rules.Words.Where(words => words.Name == "relative").SelectMany(words => words.Words)];
        qualifiers = [.. rules.Words.Where(words => words.Name == "title-qualifier").SelectMany(words => words.Words)];
        leaderRoles = rules.Words.Where(words => words is { Name: "leader-role", Value: not null })
            .SelectMany(words => words.Words.Select(word => (word, Families: words.Value!.Split(' ')))).ToDictionary(pair => pair.word, pair => pair.Families, StringComparer.Ordinal);
        states = [.. rules.States.Select(state => state.Name), .. rules.Organizations.Where(o => o.Kind == "bloc").Select(o => o.Name)];
        context = new TitleContext(rules, vocabulary, states, shape);
        headlines = new HeadlineOffices(vocabulary);
        heads = vocabulary.Classes["office"] | vocabulary.Classes["title-head"];
    }

    /// <summary>The people of an article in order of first mention.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="publisher">Who published the article, or <see langword="null"/>.</param>
    public List<PersonCluster> Cluster(IReadOnlyList<ParsedSentence> sentences, string? publisher)
    {
        var mentions = context.Mentions(sentences, publisher, mention => Known(mention.Name, mention));
        var fullForms = FullForms(mentions, Relatives(sentences));
        var forms = mentions.GroupBy(mention => mention.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var clusters = new List<PersonCluster>();
        foreach (var mention in mentions)
        {
            var written = mention.Name;
            var key = Preferred(FullForm(mention, fullForms, clusters), mention, forms);
            var same = clusters.Where(cluster => folding.Fold(cluster.Name) == folding.Fold(key)).ToList();
            var cluster = same.LastOrDefault(candidate => mention.Titles.Any(title => Holds(candidate, title)))
                ?? same.LastOrDefault(candidate => !Conflict(candidate, mention));
            if (cluster is null)
            {
                cluster = new PersonCluster(key) { Known = Known(key, mention) };
                clusters.Add(cluster);
            }

            Add(cluster, mention, written);
        }

        foreach (var cluster in clusters)
        {
            Settle(cluster);
        }

        headlines.Assign(sentences, clusters);

        foreach (var cluster in clusters)
        {
            cluster.Ambiguous = clusters.Exists(other => !ReferenceEquals(other, cluster) && other.Name == cluster.Name && other.Country == cluster.Country);
        }

        return clusters;
    }

    /// <summary>
    /// The fullest form of a name. Where several people share the short form (穆罕默德总统, 穆罕默德副总统) the title tells who is
    /// meant; without a title it is the one named last.
    /// </summary>
    private string FullForm(PersonMention mention, Dictionary<string, List<string>> fullForms, List<PersonCluster> clusters)
    {
        if (!fullForms.TryGetValue(folding.Fold(mention.Name), out var full))
        {
            return mention.Name;
        }

        if (full.Count == 1)
        {
            return full[0];
        }

        var named = clusters.Where(cluster => full.Contains(cluster.Name)).ToList();
        var titled = named.Find(cluster => mention.Titles.Any(title => Holds(cluster, title)))
            ?? named.Find(cluster => mention.Titles.Any(title => HoldsFuller(cluster, title)));
        return (titled ?? (mention.Titles.IsEmpty ? named.MaxBy(cluster => cluster.Mentions[^1].Span.Start) : null))?.Name ?? mention.Name;
    }

    /// <summary>One person written in two ways (川普 and 特朗普): the fullest form, of equal ones that which the article uses most.</summary>
    private string Preferred(string name, PersonMention mention, Dictionary<string, int> forms) => Known(name, mention) is { } known
        ? forms.Where(form => form.Key == name || Known(form.Key, mention) == known).OrderByDescending(form => form.Key.Length).ThenByDescending(form => form.Value)
            .ThenBy(form => form.Key, StringComparer.Ordinal).Select(form => form.Key).FirstOrDefault(name)
        : name;

    /// <summary>
    /// The full names that a short form may stand for: 布林肯 is 安东尼·布林肯, 穆罕默德 whoever of the article begins with it, 安倍 is 安倍晋三.
    /// </summary>
    private Dictionary<string, List<string>> FullForms(List<PersonMention> mentions, HashSet<string> relatives)
    {
        var forms = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        void Add(string part, string name)
        {
            var key = folding.Fold(part);
            if (!forms.TryGetValue(key, out var full))
            {
                forms.Add(key, full = []);
            }

            if (!full.Exists(other => folding.Fold(other) == folding.Fold(name)))
            {
                full.Add(name);
            }
        }

        char[] dots = [.. names.Dots, ' '];
        foreach (var name in mentions.Select(mention => mention.Name).Distinct(StringComparer.Ordinal).Where(name => !relatives.Contains(name)))
        {
            if (name.IndexOfAny(dots) >= 0)
            {
                Add(name[..name.IndexOfAny(dots)], name);
                Add(name[(name.LastIndexOfAny(dots) + 1)..], name);
                foreach (var middle in name.Split(dots)[1..^1].Where(part => part.Length > 2))
                {
                    // 马杜罗 is 尼古拉斯·马杜罗·莫罗斯
                    Add(middle, name);
                }
            }
            else if (name.Length > 2 && shape.FamilyName(folding.Fold(name)).Length == 2)
            {
                Add(name[..2], name);
            }
        }

        return forms;
    }

    /// <summary>The names behind a word for a relative: 第一夫人梅拉尼娅·特朗普 is not whom the article calls 特朗普.</summary>
    private HashSet<string> Relatives(IReadOnlyList<ParsedSentence> sentences)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Items.Length; i++)
            {
                if (sentence.Items[i].Value is PersonMention mention
                    && (mention.Titles.Any(title => relativeWords.Any(word => folding.Fold(title.Title).EndsWith(word, StringComparison.Ordinal)))
                        || (i > 0 && sentence.Items[i - 1].Classes.Intersects(relative) && sentence.Items[i - 1].Span.End == mention.Span.Start)))
                {
                    found.Add(mention.Name);
                }
            }
        }

        return found;
    }

    private bool Conflict(PersonCluster cluster, PersonMention mention)
    {
        foreach (var title in mention.Titles)
        {
            foreach (var other in cluster.Titles)
            {
                if (title.Of is not null && other.Of is not null && title.Of != other.Of && states.Contains(title.Of) && states.Contains(other.Of)
                    && title.Office?.Body != "organization" && other.Office?.Body != "organization")
                {
                    return true;
                }

                if (deputies.Any(prefix => title.Title == prefix + other.Title || other.Title == prefix + title.Title))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void Add(PersonCluster cluster, PersonMention mention, string written)
    {
        cluster.Mentions.Add(mention);
        if (written != cluster.Name && !cluster.Aliases.Contains(written, StringComparer.Ordinal))
        {
            cluster.Aliases.Add(written);
        }

        foreach (var title in mention.Titles)
        {
            AddTitle(cluster, title);
        }
    }

    /// <summary>0 where the first form is at least as full, 1 where the second is, <see langword="null"/> where they are two offices.</summary>
    private int? Same(string a, string b) =>
        a == b ? 0
        : qualifiers.Any(qualifier => a == qualifier + b) ? 0
        : qualifiers.Any(qualifier => b == qualifier + a) ? 1
        : null;

    private PersonEntry? Known(string name, PersonMention mention)
    {
        var people = vocabulary.Find(folding.Fold(name))?.People;
        if (people is null || people.Count == 0)
        {
            return null;
        }

        var fitting = mention.Country is { } country ? people.Where(person => person.Country is null || person.Country == country).ToList() : people;
        return fitting.Count == 1 ? fitting[0] : null;
    }

    private static string? ContextOf(PersonCluster cluster, TitleMention title) => cluster.Mentions
        .Where(mention => mention.Titles.Any(other => other.Title == title.Title && other.Of is null))
        .Select(mention => mention.Context).FirstOrDefault(state => state is not null);

    /// <summary>Gives titles without a state the state that the person's other titles or the gazetteer show.</summary>
    private void Settle(PersonCluster cluster)
    {
        var country = cluster.Titles.Where(title => title.Office?.Body != "organization").Select(title => title.Of).FirstOrDefault(of => of is not null && states.Contains(of))
            ?? cluster.Mentions.Select(mention => mention.Country).FirstOrDefault(of => of is not null && states.Contains(of))
            ?? cluster.Known?.Country;
        cluster.Country = country;
        for (var i = 0; i < cluster.Titles.Count; i++)
        {
            if (cluster.Titles[i].Of is null)
            {
                var term = cluster.Known?.Terms.FirstOrDefault(term => term.Title == cluster.Titles[i].Title);

                // 总书记 with no party named belongs to the state.
                var of = term?.Of is { } known && (states.Contains(known) || cluster.Titles[i].Office?.Family != "party-leader") ? known : country;
                cluster.Titles[i] = cluster.Titles[i] with { Of = of ?? country ?? ContextOf(cluster, cluster.Titles[i]) };
            }
        }

        var distinct = new List<TitleMention>();
        foreach (var title in cluster.Titles)
        {
            if (!distinct.Exists(other => other.Of == title.Of && Same(folding.Fold(other.Title), folding.Fold(title.Title)) is not null))
            {
                distinct.Add(title);
            }
        }

        cluster.Titles.Clear();
        cluster.Titles.AddRange(distinct.Where(title => !distinct.Exists(other => SaysLess(title, other))));
    }
}
