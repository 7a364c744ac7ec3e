using System.Net;
using System.Text;
using KnowledgeGraph.Records;

namespace KnowledgeGraph.Export;

/// <summary>
/// A page that shows what was read of articles: each article's text with its persons, events and agreements marked, and beside
/// it every value with its words and its rule. It stands for itself: no script, nothing from elsewhere, all text escaped.
/// </summary>
public static class ExplanationPage
{
    private const string Style = """
        body { font: 16px/1.7 system-ui, "Noto Sans CJK SC", "WenQuanYi Zen Hei", sans-serif; margin: 2em auto; max-width: 76em; padding: 0 1em; color: #222; background: #fff }
        article { display: grid; grid-template-columns: minmax(20em, 3fr) minmax(16em, 2fr); gap: 2em; border-top: 1px solid #ccc; padding: 1em 0 }
        .text { white-space: pre-line }
        .meta, dt { color: #555; font-size: 85% }
        mark { background: none; color: inherit }
        mark.evidence, mark.agreement-evidence { border-bottom: 2px solid #c9d8ef }
        mark.agreement-evidence { border-color: #d9c9ef }
        mark.person { background: #fff0b8 }
        mark.kind { background: #ffd3c4 }
        mark.date { background: #cdeccd }
        mark.place { background: #cfe4fb }
        mark.occasion { background: #e7dbf7 }
        mark.agreement { background: #ece3f8 }
        section { border-left: 4px solid #c9d8ef; margin: 0 0 1.2em; padding-left: .8em }
        section.agreement { border-color: #d9c9ef }
        h2 { font-size: 100%; margin: 0 } h3 { font-size: 95%; margin: 0 }
        dl { display: grid; grid-template-columns: 6em 1fr; margin: .3em 0 } dd { margin: 0 } dd small { color: #777 }
        """;

    /// <summary>Writes the page of some records.</summary>
    /// <param name="records">The records, with their texts.</param>
    /// <param name="output">Where it goes, in UTF-8.</param>
    /// <exception cref="ArgumentException">A record does not carry its text.</exception>
    public static void Write(IEnumerable<ExtractionRecord> records, Stream output)
    {
        ArgumentNullException.ThrowIfNull(records);
        using var page = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        page.WriteLine("<!DOCTYPE html>");
        page.WriteLine("<html lang=\"zh\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        page.WriteLine($"<title>kg explain</title><style>{Style}</style></head><body>");
        foreach (var record in records)
        {
            Write(record, page);
        }

        page.WriteLine("</body></html>");
    }

    private static void Write(ExtractionRecord record, StreamWriter page)
    {
        var text = record.Article.Text ?? throw new ArgumentException($"The record of {record.Article.File} carries no text.", nameof(record));
        var source = string.Join(" · ", new[] { record.Article.Publisher, record.Article.Published, record.Article.File }.OfType<string>());
        page.WriteLine($"<article><div><p class=\"meta\">{Escape(source)}</p><div class=\"text\">{Marked(text, Marks(record))}</div></div><div>");
        foreach (var told in record.Events)
        {
            var who = string.Join("、", told.Participants.Select(participant => participant.Name));
            page.WriteLine($"<section><h3>{Escape($"{told.Kind} {told.Status} {who}")}</h3><dl>");
            foreach (var value in ExplainedValue.Of(told, text))
            {
                var words = value.Words is null ? "" : $" ← {value.Words}";
                page.WriteLine($"<dt>{value.Name}</dt><dd>{Escape(value.Value)}<small>{Escape($"{words} [{value.Rule}]")}</small></dd>");
            }

            page.WriteLine("</dl></section>");
        }

        foreach (var agreement in record.Agreements)
        {
            page.WriteLine($"<section class=\"agreement\"><h3>{Escape($"{agreement.Form} {string.Join("、", agreement.Parties)}")}</h3>");
            page.WriteLine($"<dl><dt>text</dt><dd>{Escape(agreement.Text)}<small>{Escape($" [{agreement.Rule}]")}</small></dd></dl></section>");
        }

        page.WriteLine("</div></article>");
    }

    private static IEnumerable<(Span Span, string Class)> Marks(ExtractionRecord record)
    {
        foreach (var mention in record.Persons.SelectMany(person => person.Mentions))
        {
            yield return (mention, "person");
        }

        foreach (var told in record.Events)
        {
            foreach (var evidence in told.OtherEvidence.Prepend(told.Evidence))
            {
                yield return (new Span(evidence.Start, evidence.End), "evidence");
            }

            foreach (var (name, origin) in told.Provenance)
            {
                yield return (new Span(origin.Start, origin.End), name);
            }
        }

        foreach (var agreement in record.Agreements)
        {
            yield return (new Span(agreement.Evidence.Start, agreement.Evidence.End), "agreement-evidence");
            if (agreement.Evidence.Text.IndexOf(agreement.Text, StringComparison.Ordinal) is var at and >= 0)
            {
                yield return (new Span(agreement.Evidence.Start + at, agreement.Evidence.Start + at + agreement.Text.Length), "agreement");
            }
        }
    }

    /// <summary>The text in pieces between the edges of marks, each with the classes of all marks that cover it.</summary>
    private static string Marked(string text, IEnumerable<(Span Span, string Class)> all)
    {
        var marks = all.Distinct().ToList();
        int[] edges = [.. marks.SelectMany(mark => new[] { mark.Span.Start, mark.Span.End }).Append(0).Append(text.Length).Distinct().Order()];
        var html = new StringBuilder();
        foreach (var (start, end) in edges.Zip(edges.Skip(1)))
        {
            var classes = marks.Where(mark => mark.Span.Contains(new Span(start, end))).Select(mark => mark.Class).Distinct().Order(StringComparer.Ordinal).ToList();
            var words = Escape(text[start..end]);
            html.Append(classes.Count == 0 ? words : $"<mark class=\"{string.Join(' ', classes)}\">{words}</mark>");
        }

        return html.ToString();
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
