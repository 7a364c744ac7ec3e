using System.Buffers;
using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace KnowledgeGraph.Articles;

/// <summary>Puts an article together from what its source says: title, publisher, clean text, id. Thread-safe.</summary>
internal sealed class ArticleAssembly(Boilerplate boilerplate, Publishers publishers)
{
    private static readonly SearchValues<char> TitleSeparators = SearchValues.Create("-–—_|｜");

    public ReadResult Assemble(ArticleSource source, Draft draft)
    {
        var title = Title(draft.Title);
        var body = WithoutTitle(boilerplate.Clean(draft.Blocks), title);
        if (body.Count == 0)
        {
            return Without(ReadStatus.NoText, "nothing is left besides title and boilerplate");
        }

        var text = new StringBuilder();
        var blocks = ImmutableArray.CreateBuilder<TextBlock>(body.Count + 1);
        if (title.Length > 0)
        {
            Add(title, BlockKind.Title);
        }

        foreach (var block in body)
        {
            Add(block.Text, block.Kind);
        }

        var whole = text.ToString();
        if (ScriptShare.WhyNotChinese(whole) is { } reason)
        {
            return Without(ReadStatus.NotChinese, reason);
        }

        var article = new Article
        {
            Id = Article.IdOf(title, whole),
            File = source.Name,
            Title = title,
            Url = draft.Url,
            Publisher = Publisher(draft),
            Published = draft.Published,
            DateSource = draft.DateSource,
            Hash = source.Hash!,
            Text = whole,
            Blocks = blocks.ToImmutable(),
        };
        return draft.Published is not null
            ? new ReadResult(source.Root, source.Name, ReadStatus.Read, null, article)
            : new ReadResult(source.Root, source.Name, ReadStatus.NoDate, NoDate(draft), article);

        void Add(string piece, BlockKind kind)
        {
            var start = text.Length;
            text.Append(piece);
            blocks.Add(new TextBlock(new Span(start, text.Length), kind));
            text.Append('\n');
        }

        ReadResult Without(ReadStatus status, string why) => new(source.Root, source.Name, status, why, null);
    }

    private static string NoDate(Draft draft) => draft.UnreadDate is { } unread
        ? $"'{Whitespace.Collapse(unread)}' is no date: expected a form such as 2022-07-08 or 2022-07-08T11:26:28+08:00"
        : "the source gives no publication date";

    /// <summary>The title in one line, without entities and without the names of its site behind it.</summary>
    private string Title(string? title)
    {
        title = Whitespace.Collapse(title ?? "");
        title = title.Contains('&', StringComparison.Ordinal) ? Whitespace.Collapse(WebUtility.HtmlDecode(title)) : title;
        while (true)
        {
            var separator = title.AsSpan().LastIndexOfAny(TitleSeparators);
            if (separator <= 0 || publishers.Known(title[(separator + 1)..].Trim()) is null)
            {
                return title;
            }

            title = title[..separator].TrimEnd();
        }
    }

    /// <summary>
    /// The medium: of a post the one that signs it, else the one at its address; of a page the one at its address, else what
    /// the page calls itself.
    /// </summary>
    private string? Publisher(Draft draft)
    {
        var byUrl = publishers.ByUrl(draft.Url);
        if (!draft.IsAuthorMedium)
        {
            return publishers.ByName(draft.Author) ?? byUrl;
        }

        var named = Whitespace.Collapse(draft.Author ?? "");
        return byUrl ?? (named.Length > 0 ? publishers.ByName(named) ?? named : Site(draft.WindowTitle));
    }

    private string? Site(string? windowTitle)
    {
        var title = Whitespace.Collapse(windowTitle ?? "");
        return publishers.Known(title[(title.AsSpan().LastIndexOfAny(TitleSeparators) + 1)..].Trim());
    }

    /// <summary>Title lines repeated at the head of the body go: there is one title.</summary>
    private List<RawBlock> WithoutTitle(List<RawBlock> body, string title)
    {
        var key = Squash(title);
        if (key.Length == 0)
        {
            return body;
        }

        var repeated = body.Take(5).TakeWhile(block => block.Text.Length <= title.Length + 60)
            .Where(block => Squash(Title(block.Text)) == key)
            .ToHashSet();
        return repeated.Count == 0 ? body : body.FindAll(block => !repeated.Contains(block));
    }

    /// <summary>Letters and digits alone: two writings of one title differ in blanks and punctuation.</summary>
    private static string Squash(string title) => string.Concat(title.Where(char.IsLetterOrDigit));
}
