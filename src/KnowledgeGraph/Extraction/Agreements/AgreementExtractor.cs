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
    private readonly (PatternRule Rule, PatternMatcher Matcher)[] rules;
    private readonly ClassSet agree;
    private readonly ClassSet say;
    private readonly ClassSet comma;
    private readonly ClassSet mark;
    private readonly ClassSet triggers;

    /// <summary>Compiles the agreement patterns of a rule set.</summary>
    public AgreementExtractor(RuleSet ruleSet, Vocabulary vocabulary)
    {
        var classes = vocabulary.Classes;
        rules = [.. ruleSet.Patterns.Where(rule => rule.Type == "agreement").Select(rule => (
            rule, new PatternMatcher(PatternParser.Parse(rule, ruleSet.Macros, classes))))];
        agree = classes["agree"];
        say = classes["say-one"];
        comma = classes["comma"];
        mark = classes["comma"] | classes["stop"] | classes["colon"] | classes["aspect"];
        triggers = agree | classes["consensus"] | classes["satisfied"] | classes["agree-all"] | classes["will"] | classes["sign"] | classes["issue-doc"];
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
                if (matcher.MatchAt(items, folded, start) is { } match && !SpokenByOne(items, match.Start) && Build(rule, match, sentence, text) is { } mention)
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

    private AgreementMention? Build(PatternRule rule, PatternMatch match, ParsedSentence sentence, string text)
    {
        var items = sentence.Items;
        var trigger = match.Find("K")?.Start ?? match.End - 1;
        var form = rule.Option("form") ?? (items[trigger].Value as LexicalEntry)?.ValueIn("agree") ?? AgreementForms.Agreed;
        var content = match.Find("X") is { } x
            ? new Span(items[x.Start].Span.Start, items[x.End - 1].Span.End)
            : Following(items, match.End);
        var parties = ImmutableArray.CreateBuilder<ActorMention>();
        var a = match.Find("A")!;
        for (var i = a.Start; i < a.End; i++)
        {
            if (items[i].Value is ActorMention actor)
            {
                parties.Add(actor);
            }
        }

        if (content.Length < 2 || parties.Count == 0)
        {
            return null;
        }

        var document = form is AgreementForms.Signed or AgreementForms.Issued ? content.Of(text) : null;
        return new AgreementMention(sentence.Index, items[trigger].Span, parties.ToImmutable(), form, content, document, rule.Name);
    }

    /// <summary>From behind the trigger to the end of the sentence, or to a comma before the next trigger.</summary>
    private Span Following(Item[] items, int start)
    {
        while (start < items.Length && items[start].Classes.Intersects(mark))
        {
            start++;
        }

        if (start >= items.Length)
        {
            return default;
        }

        var end = items.Length;
        for (var i = start + 1; i < items.Length; i++)
        {
            if (items[i].Classes.Intersects(agree))
            {
                var cut = i;
                while (cut > start && !items[cut].Classes.Intersects(comma))
                {
                    cut--;
                }

                end = cut > start && i - cut <= 3 ? cut : end;
                break;
            }
        }

        while (end > start && items[end - 1].Classes.Intersects(mark))
        {
            end--;
        }

        return end <= start ? default : new Span(items[start].Span.Start, items[end - 1].Span.End);
    }
}
