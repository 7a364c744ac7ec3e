using KnowledgeGraph.Articles;
using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Events;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;

namespace KnowledgeGraph.Linking;

/// <summary>
/// Whom a headline means that names only the office: 李强同新西兰总理会谈 above 李强同拉克森举行会谈 makes 拉克森 prime minister of
/// New Zealand; 两国总理 then gives the other the same office.
/// </summary>
internal sealed class HeadlineOffices(Vocabulary vocabulary)
{
    private const int Nearest = 4;
    private readonly ClassSet with = vocabulary.Classes["with"] | vocabulary.Classes["meet"];

    /// <summary>Adds the offices to the people of an article.</summary>
    public void Assign(IReadOnlyList<ParsedSentence> sentences, List<PersonCluster> clusters)
    {
        foreach (var headline in sentences.Where(sentence => sentence.Sentence.Kind is BlockKind.Title))
        {
            var named = headline.Items.Select(item => item.Value).OfType<PersonMention>().Select(mention => ClusterOf(clusters, mention)).OfType<PersonCluster>().Distinct().ToList();
            var offices = headline.Items.Select(item => item.Value).OfType<OfficeMention>().Where(office => office.Title.Of is not null).ToList();
            if (named.Count != 1 || offices.Count != 1)
            {
                continue;
            }

            var title = offices[0].Title;
            if (!clusters.Exists(cluster => cluster.Titles.Exists(held => held.Of == title.Of && held.Title == title.Title)) && !GivePartner(sentences, named[0], title, clusters))
            {
                continue;
            }

            var joint = sentences.SelectMany(sentence => sentence.Items).Select(item => item.Value).OfType<JointMention>()
                .FirstOrDefault(mention => mention is { Count: 2, Title.Office: { Single: true } office } && office.Family == title.Office?.Family);
            if (joint?.Title is { } shared && named[0].Country is { } home && home != title.Of && !named[0].Titles.Exists(held => held.Office?.Family == shared.Office?.Family))
            {
                named[0].Titles.Add(shared with { Of = home });
            }
        }
    }

    /// <summary>Gives the headline's office to whom its person meets in the text; <see langword="false"/> where nobody fits.</summary>
    private bool GivePartner(IReadOnlyList<ParsedSentence> sentences, PersonCluster person, TitleMention title, List<PersonCluster> clusters)
    {
        if (sentences.Where(sentence => sentence.Sentence.Kind is BlockKind.Paragraph).Select(sentence => Partner(sentence, person, clusters)).FirstOrDefault(found => found is not null) is not { } partner
            || partner.Titles.Exists(held => !IsShortFor(held, title)) || (partner.Country is { } country && country != title.Of))
        {
            return false;
        }

        partner.Titles.Clear();
        partner.Titles.Add(title);
        partner.Country ??= title.Of;
        return true;
    }

    /// <summary>Whether a title is the end of the headline's (主席 of 联邦主席).</summary>
    private static bool IsShortFor(TitleMention held, TitleMention title) =>
        (held.Of ?? title.Of) == title.Of && !held.Former && title.Title.EndsWith(held.Title, StringComparison.Ordinal);

    /// <summary>Whom a person meets in a sentence: named right behind a word like 同 or 会见.</summary>
    private PersonCluster? Partner(ParsedSentence sentence, PersonCluster person, List<PersonCluster> clusters)
    {
        var items = sentence.Items;
        for (var i = 0; i + 1 < items.Length; i++)
        {
            if (items[i].Value is not PersonMention subject || ClusterOf(clusters, subject) != person)
            {
                continue;
            }

            for (var k = i + 1; k + 1 < items.Length && k <= i + Nearest; k++)
            {
                if (items[k].Classes.Intersects(with) && items[k + 1].Value is PersonMention other && ClusterOf(clusters, other) is { } partner && partner != person)
                {
                    return partner;
                }
            }
        }

        return null;
    }

    private static PersonCluster? ClusterOf(List<PersonCluster> clusters, PersonMention mention) =>
        clusters.Find(cluster => cluster.Mentions.Exists(other => other.NameSpan == mention.NameSpan));
}
