using System.Collections.Immutable;
using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Events;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Extraction.Agreements;

/// <summary>
/// Finds agreements by the rules' patterns: joint subject and committing verb. What one side alone says that both should do
/// is none.
/// </summary>
internal sealed class AgreementExtractor
{
    /// <summary>Words that may stand between a comma and the trigger that follows it (并一致, 还).</summary>
    private const int LongestLead = 3;

    private readonly (PatternRule Rule, PatternMatcher Matcher)[] rules;
    private readonly ClassSet agree;
    private readonly ClassSet say;
    private readonly ClassSet comma;
    private readonly ClassSet mark;
    private readonly ClassSet triggers;
    private readonly ClassSet view;
    private readonly ClassSet denied;
    private readonly ClassSet future;

    /// <summary>Compiles the agreement patterns of a rule set.</summary>
    public AgreementExtractor(RuleSet ruleSet, Vocabulary vocabulary)
    {
        var classes = vocabulary.Classes;
        rules = [.. ruleSet.Patterns.Where(rule => rule.Type == "agreement").Select(rule => (
            rule, new PatternMatcher(PatternParser.Parse(rule, ruleSet.Macros, classes))))];
        agree = classes["agree"];
        view = classes["view"];
        denied = classes["negation"] | classes["hypothetical"] | classes["cancel"];
        future = classes["future"] | classes["propose"];
        say = classes["say-one"];
        comma = classes["comma"];
        mark = classes["comma"] | classes["stop"] | classes["colon"] | classes["aspect"];
        triggers = agree | view | classes["consensus"] | classes["satisfied"] | classes["agree-all"] | classes["will"] | classes["sign"] | classes["issue-doc"];
    }

    /// <summary>The agreements that a sentence tells, in order.</summary>
    public List<AgreementMention> Extract(ParsedSentence sentence, string folded, string text)
    {
        var items = sentence.Items;
        var found = new SortedDictionary<int, AgreementMention>();
        if (!Array.Exists(items, item => item.Classes.Intersects(triggers)))
        {
            return [];
        }

        foreach (var (rule, matcher) in rules)
        {
            for (var start = 0; start < items.Length; start++)
            {
                if (matcher.MatchAt(items, folded, start) is not { } match || SpokenByOne(items, match.Start))
                {
                    continue;
                }

                foreach (var mention in Build(rule, match, sentence, text))
                {
                    found.TryAdd(mention.Trigger.Start, mention);
                }
            }
        }

        return [.. found.Values];
    }

    /// <summary>王毅说，双方要…: a person and a verb of saying before the parties make it one side's speech.</summary>
    private bool SpokenByOne(Item[] items, int start)
    {
        var person = false;
        for (var i = 0; i < start; i++)
        {
            person |= items[i].Value is PersonMention or OfficeMention or PronounMention;
            if (person && items[i].Classes.Intersects(say))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The agreement of a match, and those of further triggers that the same parties govern (双方认为…，同意…).</summary>
    private IEnumerable<AgreementMention> Build(PatternRule rule, PatternMatch match, ParsedSentence sentence, string text)
    {
        var items = sentence.Items;
        var trigger = match.Find("K")?.Start ?? match.End - 1;
        var a = match.Find("A")!;
        var parties = ActorMention.Among(items.AsSpan(a.Start, a.End - a.Start));
        if (parties.IsEmpty || NotDone(items.AsSpan(a.End, Math.Max(0, trigger - a.End)), rule))
        {
            yield break;
        }

        if (match.Find("X") is { } x)
        {
            var form = rule.Option("form") ?? Form(items[trigger]);
            var content = new Span(items[x.Start].Span.Start, items[x.End - 1].Span.End);
            var document = form is AgreementForms.Signed or AgreementForms.Issued ? content.Of(text) : null;
            yield return new AgreementMention(sentence.Index, items[trigger].Span, parties, form, content, document, rule.Name);
            yield break;
        }

        var start = match.End;
        for (var next = trigger; next >= 0; trigger = next)
        {
            var content = Following(items, start, rule.Option("joint") is null ? agree : agree | view, out next);
            if (content.Length > 1)
            {
                yield return new AgreementMention(sentence.Index, items[trigger].Span, parties, rule.Option("form") ?? Form(items[trigger]), content, null, rule.Name);
            }

            start = next + 1;
        }
    }

    /// <summary>没签署, 将签署: what was not done, or not yet, was not agreed; what parties agree to do may be in the future.</summary>
    private bool NotDone(ReadOnlySpan<Item> between, PatternRule rule) =>
        Item.ClassesOf(between).Intersects(rule.Option("form") is AgreementForms.Signed or AgreementForms.Issued ? denied | future : denied);

    private static string Form(Item trigger) => (trigger.Value as LexicalEntry)?.ValueIn("agree") ?? (trigger.Value as LexicalEntry)?.ValueIn("view") ?? AgreementForms.Agreed;

    /// <summary>From behind a trigger to the end of the sentence, or to the comma before the next trigger.</summary>
    /// <param name="items">The items of the sentence.</param>
    /// <param name="start">Index behind the trigger.</param>
    /// <param name="further">What further triggers are.</param>
    /// <param name="next">Index of the next trigger, or -1.</param>
    private Span Following(Item[] items, int start, ClassSet further, out int next)
    {
        next = -1;
        while (start < items.Length && items[start].Classes.Intersects(mark))
        {
            start++;
        }

        var end = items.Length;
        for (var i = start + 1; i < items.Length && next < 0; i++)
        {
            if (!items[i].Classes.Intersects(further))
            {
                continue;
            }

            var cut = i;
            while (cut > start && !items[cut].Classes.Intersects(comma))
            {
                cut--;
            }

            if (cut > start && i - cut <= LongestLead)
            {
                end = cut;
                next = i;
            }
        }

        while (end > start && items[end - 1].Classes.Intersects(mark))
        {
            end--;
        }

        return end <= start ? default : new Span(items[start].Span.Start, items[end - 1].Span.End);
    }
}
