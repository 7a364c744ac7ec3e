using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;

namespace KnowledgeGraph.Extraction.Agreements;

/// <summary>How far a trigger governs, and whether what it says was really agreed.</summary>
internal sealed class AgreementScope(Vocabulary vocabulary)
{
    /// <summary>Items between the subject of a clause and its verb of saying, by which it begins another's speech.</summary>
    private const int SpeechReach = 5;

    /// <summary>Words that may stand between a comma and the trigger that follows it (并一致, 还), and the comma.</summary>
    private const int LongestLead = 4;

    private readonly ClassSet de = vocabulary.Classes["de"];
    private readonly ClassSet firm = vocabulary.Classes["sign"] | vocabulary.Classes["issue-doc"] | vocabulary.Classes["consensus"];
    private readonly ClassSet say = vocabulary.Classes["say"] | vocabulary.Classes["say-one"] | vocabulary.Classes["comment"];
    private readonly ClassSet sayOne = vocabulary.Classes["say-one"] | vocabulary.Classes["tell"];
    private readonly ClassSet comma = vocabulary.Classes["comma"];
    private readonly ClassSet stop = vocabulary.Classes["stop"];
    private readonly ClassSet edge = vocabulary.Classes["comma"] | vocabulary.Classes["colon"] | vocabulary.Classes["stop"];
    private readonly ClassSet mark = vocabulary.Classes["comma"] | vocabulary.Classes["stop"] | vocabulary.Classes["colon"] | vocabulary.Classes["aspect"];
    private readonly ClassSet turn = vocabulary.Classes["turn"];
    private readonly ClassSet purpose = vocabulary.Classes["for"];
    private readonly ClassSet aspect = vocabulary.Classes["aspect"];
    private readonly ClassSet goesOn = vocabulary.Classes["also"] | vocabulary.Classes["say"] | vocabulary.Classes["say-one"];
    private readonly ClassSet joint = vocabulary.Classes["joint"];
    private readonly ClassSet speaker = vocabulary.Classes["actor"] | vocabulary.Classes["bare-office"] | vocabulary.Classes["place"] | vocabulary.Classes["media"];
    private readonly ClassSet opening = vocabulary.Classes["quote-open"];
    private readonly ClassSet closing = vocabulary.Classes["quote-close"];
    private readonly ClassSet condition = vocabulary.Classes["condition"];
    private readonly ClassSet denied = vocabulary.Classes["negation"] | vocabulary.Classes["condition"] | vocabulary.Classes["cancel"];
    private readonly ClassSet attempted = vocabulary.Classes["attempt"];
    private readonly ClassSet question = vocabulary.Classes["question"];
    private readonly ClassSet ruled = vocabulary.Classes["to"] | vocabulary.Classes["with"] | vocabulary.Classes["attitude"];
    private readonly ClassSet wished = vocabulary.Classes["propose"] | vocabulary.Classes["wish"] | vocabulary.Classes["future"];

    /// <summary>王毅说，双方要…: a person and a verb of saying before the parties make it one side's speech.</summary>
    public bool SpokenByOne(ReadOnlySpan<Item> before)
    {
        var person = false;
        foreach (var item in before)
        {
            person |= item.Value is PersonMention or OfficeMention or PronounMention;
            if (person && item.Classes.Intersects(sayOne))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>希望双方达成, 双方未达成, 双方将签署: what is wished, denied or still to come was not agreed.</summary>
    /// <param name="items">The items of the sentence.</param>
    /// <param name="start">Index of the first party.</param>
    /// <param name="until">Index of the trigger, or of the content where that stands before it.</param>
    public bool IsReal(ReadOnlySpan<Item> items, int start, int until)
    {
        var clause = ClauseStart(items, start);
        return (start == 0 || !items[start - 1].Classes.Intersects(ruled))
            && !Item.ClassesOf(items[..clause]).Intersects(condition)
            && !Item.ClassesOf(items[clause..start]).Intersects(denied | wished | attempted)
            && !IsUnreal(items, start, until)
            && !(items.Length > 0 && items[^1].Classes.Intersects(question));
    }

    /// <summary>Whether what stands between two items denies, wishes or only attempts what follows.</summary>
    public bool IsUnreal(ReadOnlySpan<Item> items, int start, int until) => Item.ClassesOf(items[start..Math.Max(start, until)]).Intersects(denied | attempted | wished);

    /// <summary>Where the clause of an item begins.</summary>
    public int ClauseStart(ReadOnlySpan<Item> items, int at)
    {
        while (at > 0 && !items[at - 1].Classes.Intersects(edge))
        {
            at--;
        }

        return at;
    }

    /// <summary>延长协议的决定: a verb behind 的 is a noun.</summary>
    public bool IsNoun(ReadOnlySpan<Item> items, int trigger) => trigger > 0 && items[trigger - 1].Classes.Intersects(de) && !items[trigger].Classes.Intersects(firm);

    /// <summary>Whether only a few words stand between a comma and a trigger (，并一致同意).</summary>
    public bool LeadsClause(ReadOnlySpan<Item> items, int trigger)
    {
        var at = trigger - 1;
        while (at >= 0 && trigger - at <= LongestLead && !items[at].Classes.Intersects(comma))
        {
            at--;
        }

        return at >= 0 && items[at].Classes.Intersects(comma);
    }

    /// <summary>Where the content of a trigger ends at the latest because the next agreement begins.</summary>
    /// <param name="items">The items of the sentence.</param>
    /// <param name="start">Index behind the trigger.</param>
    /// <param name="next">Where the next match begins; it may share its subject with this one.</param>
    /// <param name="trigger">The next trigger.</param>
    public int Before(ReadOnlySpan<Item> items, int start, int next, int trigger)
    {
        if (next >= start)
        {
            var between = items[start..next];
            if (Item.ClassesOf(between).Intersects(comma))
            {
                return next;
            }
        }

        for (var at = trigger - 1; at >= start; at--)
        {
            if (items[at].Classes.Intersects(comma))
            {
                return at;
            }
        }

        return Math.Max(start, next);
    }

    /// <summary>What a trigger governs: up to a given item at most, and not beyond where another begins to speak or the text turns.</summary>
    /// <param name="items">The items of the sentence.</param>
    /// <param name="start">Index behind the trigger.</param>
    /// <param name="limit">Index that the content does not reach.</param>
    /// <returns>Indices of the content; start and end are equal where there is none.</returns>
    public (int Start, int End) Content(ReadOnlySpan<Item> items, int start, int limit)
    {
        while (start < limit && items[start].Classes.Intersects(mark))
        {
            start++;
        }

        var end = limit;
        var open = 0;
        for (var i = start; i < end; i++)
        {
            open += items[i].Classes.Intersects(opening) ? 1 : 0;
            var closes = items[i].Classes.Intersects(closing);
            open -= closes ? 1 : 0;
            if ((closes && open < 0) || (i > start && items[i].Classes.Intersects(comma) && open <= 0 && Leaves(items, i + 1, limit)))
            {
                end = i;
            }
        }

        while (end > start && items[end - 1].Classes.Intersects(mark))
        {
            end--;
        }

        return (start, end);
    }

    /// <summary>，为两国关系发展指明了方向: what is told as done behind what was agreed is said of it, no part of it.</summary>
    private bool Comments(ReadOnlySpan<Item> items, int at, int limit)
    {
        for (var i = at + 1; i < limit && items[at].Classes.Intersects(purpose) && !items[i].Classes.Intersects(comma | stop); i++)
        {
            if (items[i].Classes.Intersects(aspect))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>，华盛顿盛赞…, ，但…: whether the clause at an index no longer tells what was agreed.</summary>
    private bool Leaves(ReadOnlySpan<Item> items, int at, int limit)
    {
        if (at >= limit || items[at].Classes.Intersects(turn) || Comments(items, at, limit) || (items[at].Value is PronounMention && at + 1 < limit && items[at + 1].Classes.Intersects(goesOn)))
        {
            return true;
        }

        if (!items[at].Classes.Intersects(speaker) || items[at].Classes.Intersects(joint))
        {
            return false;
        }

        for (var i = at + 1; i < limit && i <= at + SpeechReach && !items[i].Classes.Intersects(comma | stop); i++)
        {
            if (items[i].Classes.Intersects(say))
            {
                return true;
            }
        }

        return false;
    }
}
