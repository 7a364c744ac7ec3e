using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Events;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Rules;
using KnowledgeGraph.Text;

namespace KnowledgeGraph.Linking;

/// <summary>
/// Tells which mentions of an article are one person: equal names, and a full transliterated name with its last part. Two
/// people of one name stay two where their states differ or one holds the deputy office of the other's.
/// </summary>
internal sealed class PersonClusterer
{
    private readonly NameRules names;
    private readonly NameShape shape;
    private readonly CharacterFolding folding;
    private readonly Vocabulary vocabulary;
    private readonly HashSet<string> deputies;
    private readonly string[] qualifiers;
    private readonly HashSet<string> states;

    /// <summary>Clusters by a rule set.</summary>
    public PersonClusterer(RuleSet rules, Vocabulary vocabulary, CharacterFolding folding)
    {
        names = rules.Names;
        shape = new NameShape(rules.Names, Lexicon.Default);
        this.vocabulary = vocabulary;
        this.folding = folding;
        deputies = [.. rules.Titles.Prefixes.TryGetValue("deputy", out var words) ? words : []];
        qualifiers = [.. rules.Words.Where(words => words.Name == "title-qualifier").SelectMany(words => words.Words)];
        states = [.. rules.States.Select(state => state.Name), .. rules.Organizations.Where(o => o.Kind == "bloc").Select(o => o.Name)];
    }

    /// <summary>The people of an article in order of first mention.</summary>
    public List<PersonCluster> Cluster(IReadOnlyList<ParsedSentence> sentences)
    {
        var mentions = sentences.SelectMany(sentence => Inherit(sentence.Items.Select(item => item.Value).OfType<PersonMention>())).ToList();
        var fullForms = FullForms(mentions);
        var clusters = new List<PersonCluster>();
        foreach (var mention in mentions)
        {
            var written = mention.Name;
            var key = fullForms.GetValueOrDefault(folding.Fold(written), written);
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

        foreach (var cluster in clusters)
        {
            cluster.Ambiguous = clusters.Exists(other => !ReferenceEquals(other, cluster) && other.Name == cluster.Name && other.Country == cluster.Country);
        }

        return clusters;
    }

    /// <summary>日本首相菅义伟和外务大臣茂木敏充: a title without a state takes that of the person listed before.</summary>
    private static IEnumerable<PersonMention> Inherit(IEnumerable<PersonMention> mentions)
    {
        PersonMention? previous = null;
        foreach (var mention in mentions)
        {
            var inherited = mention;
            if (previous is { Country: { } country } && mention.Titles.Length > 0 && mention.Country is null && mention.Span.Start - previous.Span.End is > 0 and <= 2)
            {
                inherited = mention with { Titles = [.. mention.Titles.Select(title => title with { Of = title.Of ?? country })], Country = country };
            }

            yield return inherited;
            previous = inherited;
        }
    }

    /// <summary>Short forms where only one full name has them: 布林肯 is 安东尼·布林肯, 安倍 is 安倍晋三.</summary>
    private Dictionary<string, string> FullForms(List<PersonMention> mentions)
    {
        var byLast = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var name in mentions.Select(mention => mention.Name).Where(name => name.Any(names.Dots.Contains)))
        {
            var last = folding.Fold(name[(name.LastIndexOfAny([.. names.Dots]) + 1)..]);
            if (!byLast.TryGetValue(last, out var full))
            {
                byLast.Add(last, full = new HashSet<string>(StringComparer.Ordinal));
            }

            full.Add(name);
        }

        foreach (var name in mentions.Select(mention => mention.Name).Where(name => name.Length > 2).Distinct(StringComparer.Ordinal))
        {
            var family = folding.Fold(name)[..2];
            if (shape.FamilyName(folding.Fold(name)).Length == 2)
            {
                byLast.TryAdd(family, new HashSet<string>(StringComparer.Ordinal));
                byLast[family].Add(name);
            }
        }

        return byLast.Where(pair => pair.Value.Select(folding.Fold).Distinct(StringComparer.Ordinal).Count() == 1)
            .ToDictionary(pair => pair.Key, pair => pair.Value.First(), StringComparer.Ordinal);
    }

    private static bool Holds(PersonCluster cluster, TitleMention title) =>
        cluster.Titles.Exists(other => other.Title == title.Title && (other.Of ?? title.Of) == (title.Of ?? other.Of));

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

    /// <summary>国家主席 and 主席 are one office told twice: the fuller form stays.</summary>
    private void AddTitle(PersonCluster cluster, TitleMention title)
    {
        for (var i = 0; i < cluster.Titles.Count; i++)
        {
            var other = cluster.Titles[i];
            if ((other.Of ?? title.Of) != (title.Of ?? other.Of))
            {
                continue;
            }

            if (Same(folding.Fold(other.Title), folding.Fold(title.Title)) is { } fuller)
            {
                cluster.Titles[i] = (fuller == 0 ? other : title) with { Of = other.Of ?? title.Of };
                return;
            }
        }

        cluster.Titles.Add(title);
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
                cluster.Titles[i] = cluster.Titles[i] with { Of = term?.Of ?? country };
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
        cluster.Titles.AddRange(distinct);
    }
}
