using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Patterns;

namespace KnowledgeGraph.Linking;

/// <content>Which of a person's titles are one, and which says more.</content>
internal sealed partial class PersonClusterer
{
    /// <summary>Whether a title is the end of one that the person holds (副省长 of 利雅得省副省长); 总统 is not the end of 副总统.</summary>
    private bool HoldsFuller(PersonCluster cluster, TitleMention title) =>
        cluster.Titles.Exists(other => other.Title.EndsWith(title.Title, StringComparison.Ordinal) && !deputies.Any(prefix => other.Title.EndsWith(prefix + title.Title, StringComparison.Ordinal)));

    private static bool Holds(PersonCluster cluster, TitleMention title) =>
        cluster.Titles.Exists(other => other.Title == title.Title && (other.Of ?? title.Of) == (title.Of ?? other.Of));

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

    /// <summary>
    /// Whether a title is the end of another of the same person (议长 of 参议院议长, 大使 of 驻英国大使, 总统 of 前总统), or no more
    /// than a word for its rank (领导人 of 总统). 总理 is not the end of 副总理.
    /// </summary>
    private bool SaysLess(TitleMention title, TitleMention other)
    {
        if (title.Of != other.Of || title.Title == other.Title)
        {
            return false;
        }

        if (leaderRoles.TryGetValue(title.Title, out var families))
        {
            return !other.Former && other.Office?.Family is { } family && families.Contains(family);
        }

        var (less, more) = (folding.Fold(title.Title), folding.Fold(other.Title));
        if (less.Length < more.Length && title.Office is { Single: true, Family: "defence-minister" or "speaker" } office && !title.Former && !other.Former && other.Office is { Single: true } same && same.Family == office.Family)
        {
            // 防卫相 and 防卫大臣, 参议长 and 参议院议长: one office in two words
            return true;
        }

        return LeavesOutUnit(less, more) || more.EndsWith(less, StringComparison.Ordinal) && more.Length > less.Length && !deputies.Any(prefix => more.EndsWith(prefix + less, StringComparison.Ordinal));
    }

    /// <summary>国务院助卿 of 国务院政军局助卿: the body and the head of the same title.</summary>
    private bool LeavesOutUnit(string less, string more)
    {
        for (var cut = 2; cut <= less.Length - 2 && less.Length < more.Length; cut++)
        {
            var unit = more[cut..^(less.Length - cut)];
            if (unit.Length > 1 && more.StartsWith(less[..cut], StringComparison.Ordinal) && more.EndsWith(less[cut..], StringComparison.Ordinal) && !deputies.Any(prefix => unit.Contains(prefix, StringComparison.Ordinal))
                && vocabulary.Find(less[cut..]) is { } head && head.Classes.Intersects(heads) && names.BodyOf(less) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
