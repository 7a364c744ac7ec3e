using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Rules;
using KnowledgeGraph.Text;

namespace KnowledgeGraph.Extraction.Entities;

/// <summary>
/// Finds how far left a title reaches: over the nouns that make it fuller (国家安全事务顾问) and the organisation that no list
/// has (两岸政策协会副秘书长). Also tells where the name of an organisation ends within a title.
/// </summary>
internal sealed partial class TitleReach
{
    private const int MostNouns = 4;
    private const int MostJoined = 7;
    private const int MostWords = 12;
    private const int RankOfMinister = 60;
    private readonly Vocabulary vocabulary;
    private readonly Lexicon lexicon = Lexicon.Default;
    private readonly NameRules names;
    private readonly TitleParts titles;
    private readonly ClassSet state;
    private readonly ClassSet body;
    private readonly ClassSet head;
    private readonly ClassSet and;
    private readonly ClassSet at;
    private readonly ClassSet titleBreak;
    private readonly ClassSet de;
    private readonly ClassSet paren;
    private readonly ClassSet quote;
    private readonly ClassSet joint;
    private readonly ClassSet enumeration;
    private readonly ClassSet functional;
    private readonly ClassSet modifier;
    private readonly ClassSet name;
    private readonly ClassSet stateShort;
    private readonly ClassSet owner;
    private readonly ClassSet people;
    private readonly ClassSet blocBody;
    private readonly ClassSet knownOrganization;
    private readonly ClassSet bookOpen;
    private readonly ClassSet bookClose;
    private readonly ClassSet dash;
    private readonly ClassSet unit;

    /// <summary>Reads by a rule set.</summary>
    public TitleReach(RuleSet rules, Vocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        names = rules.Names;
        titles = rules.Titles;
        var classes = vocabulary.Classes;
        state = classes["state"] | classes["we-state"];
        body = classes["org"] | classes["media"] | classes["venue"] | classes["place"] | classes["ministry"] | classes["conf-name"];
        head = classes["office"] | classes["title-head"] | classes["member-head"];
        bookOpen = classes["book-open"];
        bookClose = classes["book-close"];
        dash = classes["dash"];
        unit = classes["unit"];
        and = classes["and"];
        at = classes["at"];
        titleBreak = classes["title-break"];
        de = classes["de"];
        paren = classes["paren"];
        quote = classes["quote"];
        enumeration = classes["list-sep"];
        joint = classes["joiner"] | classes["list-sep"];
        modifier = classes["adjective"] | classes["deputy"] | classes["former"] | classes["acting"] | classes["incumbent"] | classes["honor"];
        name = classes["name"];
        stateShort = classes["state-short"];
        owner = classes["owner-head"];
        people = classes["group-people"] | classes["group-noun"];
        blocBody = classes["bloc-body"];
        knownOrganization = classes["org"];
        functional = classes["say"] | classes["at"] | classes["with"] | classes["to"] | classes["by"] | classes["about"] | classes["be"] | classes["also"]
            | classes["future"] | classes["past"] | classes["aspect"] | classes["etc"] | classes["third-person"] | classes["this"] | classes["name"] | classes["time"]
            | classes["meet"] | classes["talks"] | classes["visit"] | classes["visit-come"] | classes["visit-state"] | classes["go"] | classes["come"] | classes["attend"]
            | classes["chair"] | classes["send"] | classes["invite"] | classes["invited"] | classes["accompany"] | classes["hold-office"] | classes["take-office"]
            | classes["report-verb"] | classes["represent"] | classes["depart"] | classes["since"] | classes["borrow"] | classes["both-two"] | classes["count-both"]
            | classes["negation"] | classes["inside"] | classes["separately"] | classes["before"] | classes["after"] | classes["during"] | classes["hold"]
            | titleBreak | classes["appoint"] | classes["dismiss"] | classes["by-video"];
    }

    /// <summary>The first item of the title that begins, as far as the patterns see, at an item.</summary>
    /// <param name="items">The items of the sentence.</param>
    /// <param name="start">First item of the title found.</param>
    /// <param name="end">Index behind its last.</param>
    /// <param name="taken">Items that belong to other finds.</param>
    /// <param name="text">The article's text.</param>
    public int Start(ReadOnlySpan<Item> items, int start, int end, ReadOnlySpan<bool> taken, string text)
    {
        var best = start;
        while (best > 0 && Grows(items, best, end, text))
        {
            var reached = Extend(items, best, taken, text);
            if (reached > 1 && !taken[reached - 1] && items[reached - 1].Classes.Intersects(joint) && items[reached - 2].Classes.Intersects(head) && !taken[reached - 2] && Touch(items, reached))
            {
                // 中央港澳办主任、国务院港澳办主任: another title stands before, unless it belongs to a name (岸田首相、美国国务卿).
                var other = reached - 2;
                while (other > 0 && !taken[other - 1] && items[other - 1].Classes.Intersects(head) && Touch(items, other))
                {
                    other--;
                }

                if (other > 0 && items[other - 1].Classes.Intersects(name) && Touch(items, other))
                {
                    return reached;
                }

                end = reached - 1;
                best = OwnerBefore(items, other, taken);
                continue;
            }

            return reached;
        }

        return best;
    }

    /// <summary>Whether the first title is one that words before it make fuller: not 外交部长 or 总统, which are whole.</summary>
    private bool Grows(ReadOnlySpan<Item> items, int start, int end, string text)
    {
        if (items[start].Classes.Intersects(state))
        {
            // 布鲁金斯研究院（…）印度项目总监: a state within the title.
            return start > 0 && Touch(items, start) && (IsLead(items[start - 1], text) || items[start - 1].Classes.Intersects(paren | body) || EndsOrganization(items[start - 1], text) || BodyOf(vocabulary.Folded(text, items[start - 1].Span)) is not null);
        }

        if (items[start].Classes.Intersects(blocBody) || (start > 0 && items[start].Classes.Intersects(knownOrganization) && items[start - 1].Classes.Intersects(de)))
        {
            // 出席中非合作论坛的世界银行行长: a title that names its organisation is whole.
            return false;
        }

        if (start > 1 && IsMinister(items[start], text) && items[start - 1].Classes.Intersects(and | enumeration) && !items[start - 2].Classes.Intersects(head))
        {
            return true;
        }

        for (var i = start; i < end; i++)
        {
            if (items[i].Classes.Intersects(head))
            {
                return items[i].Value is not LexicalEntry { Office: { Body: "state", Rank: > RankOfMinister } or { Of: not null, Body: "organization" } } || i > start;
            }
        }

        return false;
    }

    private int Extend(ReadOnlySpan<Item> items, int start, ReadOnlySpan<bool> taken, string text)
    {
        var (best, single, owned) = Widest(items, start, taken, text);
        return owned || (best > 1 && items[best - 1].Classes.Intersects(joint) && items[best - 2].Classes.Intersects(head | name)) ? best : single ?? best;
    }

    /// <summary>How far the nouns reach; where they are joined (经济、教研部长), Single is where the last alone begins, and Owned tells whether a state or organisation stands before all.</summary>
    private (int Best, int? Single, bool Owned) Widest(ReadOnlySpan<Item> items, int start, ReadOnlySpan<bool> taken, string text)
    {
        var best = start;
        int? single = null;
        var organization = items[start].Classes.Intersects(owner);
        var nouns = 0;
        for (var i = start - 1; i >= 0 && start - i <= MostWords && !taken[i] && Touch(items, i + 1); i--)
        {
            var item = items[i];
            if (item.Classes.Intersects(and) && IsPreposition(items, i))
            {
                return (best, single, organization);
            }

            if (item.Classes.Intersects(state) || (item.Classes.Intersects(stateShort) && i + 1 == start))
            {
                if (i == 0 || !Touch(items, i) || !(IsLead(items[i - 1], text) || items[i - 1].Classes.Intersects(paren | body) || EndsOrganization(items[i - 1], text)))
                {
                    return (i, single, true);
                }

                best = i;
                continue;
            }

            if (MayOwn(items, i, start) && OpeningOf(items, i) is >= 0 and var open && i - open > 1)
            {
                organization = true;
                best = i = open;
                continue;
            }

            var ends = EndsOrganization(item, text) || item.Classes.Intersects(body);
            if (ends || IsNoun(item, text, organization) || IsVerbOfName(items, i, text) || (organization && item.Classes.Intersects(name)))
            {
                organization |= ends;
                if (!organization && ++nouns > (single is null ? MostNouns : MostJoined))
                {
                    return (best, single, organization);
                }

                best = i;
            }
            else if (!organization && i > 0 && JoinsFields(items, i, start, single is null, text) && !items[i - 1].Classes.Intersects(state | stateShort | modifier) && IsNoun(items[i - 1], text, false))
            {
                single ??= best;
            }
            else if (item.Classes.Intersects(dash) && organization && i > 0 && EndsOrganization(items[i - 1], text))
            {
                // 解放运动—社会民主党: two that have become one
                continue;
            }
            else if (!(item.Classes.Intersects(quote | paren) || (item.Classes.Intersects(and) && organization) || (item.Classes.Intersects(de) && !organization))
                || i == 0 || !(EndsOrganization(items[i - 1], text) || items[i - 1].Classes.Intersects(body | state) || (organization && !items[i - 1].Classes.Intersects(modifier) && IsNoun(items[i - 1], text, true)) || items[i - 1].Classes.Intersects(paren | bookClose | quote)))
            {
                return (best, single, organization);
            }
        }

        return (best, single, organization);
    }

    /// <summary>经济、教研部长, and with a word like 和 where a minister's fields are listed (农业、食品与海洋事务部长, but not 企业家和能源部长).</summary>
    private bool JoinsFields(ReadOnlySpan<Item> items, int mark, int start, bool first, string text)
    {
        var before = items[mark - 1];
        var isField = IsMinister(items[start], text) && !before.Classes.Intersects(people | body) && !EndsOrganization(before, text);
        return items[mark].Classes.Intersects(enumeration) ? first || isField : isField && items[mark].Classes.Intersects(and);
    }

    /// <summary>Whether a title is that of a minister of a field: not 外交部长, whose whole forms the rules name, nor 首相.</summary>
    private bool IsMinister(Item title, string text)
    {
        if (!title.Classes.Intersects(head) || title.Value is LexicalEntry { Office.Rank: > RankOfMinister })
        {
            return false;
        }

        var words = vocabulary.Folded(text, title.Span);
        foreach (var end in titles.MinistryHeads)
        {
            if (words.EndsWith(end, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The state or body that stands right before a title (越共中央书记处书记), else the title itself.</summary>
    private int OwnerBefore(ReadOnlySpan<Item> items, int title, ReadOnlySpan<bool> taken)
    {
        while (title > 0 && !taken[title - 1] && items[title - 1].Classes.Intersects(state | body) && Touch(items, title))
        {
            title--;
        }

        return title;
    }

    /// <summary>在人民大会堂同老挝…总书记, 在莫斯科与…秘书长: behind a place where something happens the word joins no names.</summary>
    private bool IsPreposition(ReadOnlySpan<Item> items, int and)
    {
        var i = and - 1;
        while (i >= 0 && items[i].Classes.Intersects(body))
        {
            i--;
        }

        return items[and].Classes.Intersects(titleBreak) || (i >= 0 && i < and - 1 && items[i].Classes.Intersects(at));
    }

    /// <summary>全球台湾研究中心: a word with which the names of organisations begin before a state.</summary>
    private bool IsLead(Item item, string text) => names.OrganizationLeads.Contains(vocabulary.Folded(text, item.Span));

    /// <summary>预防中心: a verb before the end of an organisation's name.</summary>
    private bool IsVerbOfName(ReadOnlySpan<Item> items, int index, string text) =>
        !items[index].Classes.Intersects(functional | head) && vocabulary.Folded(text, items[index].Span) is { Length: > 1 } words && lexicon.Tag(words) is { } tag && tag[0] == 'v'
        && IsOrganizationEnd(items[index + 1], text);

    private static bool Touch(ReadOnlySpan<Item> items, int index) => index > 0 && items[index - 1].Span.End == items[index].Span.Start;

    /// <summary>Whether an item may be part of a title or of the name of an organisation; single characters only within the latter.</summary>
    private bool IsNoun(Item item, string text, bool organization)
    {
        if (item.Classes.Intersects(modifier))
        {
            return true;
        }

        if (item.Classes.Intersects(functional | head))
        {
            return false;
        }

        var words = vocabulary.Folded(text, item.Span);
        if (titles.Verbs.Contains(words))
        {
            return true;
        }

        if (!NameShape.IsHan(words[0]))
        {
            return organization && char.IsAsciiLetterUpper(words[0]);
        }

        if (words.Length == 1)
        {
            return item.Classes.Intersects(unit) || organization && !names.NameStops.Contains(words) && lexicon.Tag(words) is not ("c" or "p" or "d" or "u" or "r");
        }

        return lexicon.Tag(words) is not { } tag || tag is "vn" or "an" || tag[0] is 'n' or 'b' or 'j' or 's' or 'l' or 'i' || (organization && tag[0] is 'm' or 't' or 'f');
    }
}
