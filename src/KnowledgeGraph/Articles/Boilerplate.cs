using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Articles;

/// <summary>
/// Tells an article's text from what stands around it, by the cues of <c>rules/boilerplate.yaml</c>. A block is left out
/// whole or kept whole; only a cue at a block's end (an editor's name behind the last sentence) is cut from it.
/// </summary>
internal sealed class Boilerplate
{
    private readonly CueSet blocks;
    private readonly CueSet tails;
    private readonly CueSet leads;
    private readonly CueSet ends;
    private readonly CueSet starts;
    private readonly CueSet sourceLinks;

    private Boilerplate(BoilerplateRules rules)
    {
        blocks = rules.Of(BoilerplateDrop.Block);
        tails = rules.Of(BoilerplateDrop.Tail);
        leads = rules.Of(BoilerplateDrop.Lead);
        ends = rules.Of(BoilerplateDrop.End);
        starts = rules.Of(BoilerplateDrop.Start);
        sourceLinks = rules.Of(BoilerplateDrop.SourceLink);
        Elements = new ElementCues(rules.Of(BoilerplateDrop.Element), rules.Of(BoilerplateDrop.Caption));
    }

    /// <summary>The cues in elements' attributes.</summary>
    public ElementCues Elements { get; }

    public static Boilerplate Load(RuleSource source) => new(BoilerplateRules.Load(source));

    /// <summary>The address that a block behind the text names as the article's own.</summary>
    public string? SourceLink(IReadOnlyList<RawBlock> body)
    {
        foreach (var block in body)
        {
            if (sourceLinks.IsMatch(block.Text))
            {
                var start = block.Text.IndexOf("http", StringComparison.Ordinal);
                if (start >= 0)
                {
                    var end = block.Text.IndexOf(' ', start);
                    return end < 0 ? block.Text[start..] : block.Text[start..end];
                }
            }
        }

        return null;
    }

    /// <summary>The blocks that are the article's own. Those without any letter (***, ———) are ornament.</summary>
    public List<RawBlock> Clean(IReadOnlyList<RawBlock> body)
    {
        var linkLists = LinkLists(body);
        var kept = new List<RawBlock>(body.Count);
        var half = body.Sum(block => block.Text.Length) / 2;
        var read = 0;
        var afterLead = false;
        foreach (var block in body)
        {
            read += block.Text.Length;
            if (read > half && tails.IsMatch(block.Text))
            {
                break;
            }

            if (leads.IsMatch(block.Text))
            {
                afterLead = true;
                continue;
            }

            // Behind 相关阅读 stand links; the first block that is none is text again.
            afterLead &= block.IsLink;
            if (afterLead || block.IsMenu || linkLists.Contains(block.List) || DateNotation.IsTimestamp(block.Text) || blocks.IsMatch(block.Text) || sourceLinks.IsMatch(block.Text))
            {
                continue;
            }

            var text = starts.Cut(ends.Cut(block.Text));
            if (text.Any(char.IsLetterOrDigit))
            {
                kept.Add(block with { Text = text });
            }
        }

        return kept;
    }

    /// <summary>Lists whose items are nothing but links: related stories. Where a body is nothing else, they are its text.</summary>
    private static HashSet<int> LinkLists(IReadOnlyList<RawBlock> body)
    {
        var lists = body.Where(block => block.List > 0)
            .GroupBy(block => block.List)
            .Where(list => list.All(block => block.IsLink))
            .ToDictionary(list => list.Key, list => list.Sum(block => block.Text.Length));
        return lists.Values.Sum() * 2 > body.Sum(block => block.Text.Length) ? [] : [.. lists.Keys];
    }
}
