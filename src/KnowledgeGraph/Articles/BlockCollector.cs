using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace KnowledgeGraph.Articles;

/// <summary>What of an element's attributes matters here.</summary>
internal readonly ref struct MarkupAttributes
{
    public ReadOnlySpan<char> Class { get; init; }

    public ReadOnlySpan<char> Id { get; init; }

    public ReadOnlySpan<char> Style { get; init; }

    public ReadOnlySpan<char> Role { get; init; }

    public ReadOnlySpan<char> DateTime { get; init; }

    public bool IsHidden { get; init; }

    public bool IsLink { get; init; }
}

/// <summary>Turns the elements and text of a body, in order, into blocks of text.</summary>
/// <param name="cues">What marks elements as boilerplate; <see langword="null"/> keeps all but what is never text.</param>
internal sealed class BlockCollector(ElementCues? cues)
{
    private const int MaxHeading = 60;

    private static readonly FrozenDictionary<string, ElementRole> Roles = ElementRoles();
    private static readonly FrozenDictionary<string, ElementRole>.AlternateLookup<ReadOnlySpan<char>> RoleOf =
        Roles.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Marks behind which a sentence goes on.</summary>
    private static readonly SearchValues<char> Continues = SearchValues.Create("，、；,（(“「『《〈—");

    private readonly List<RawBlock> blocks = [];
    private readonly Stack<Open> open = new();
    private readonly StringBuilder line = new();
    private Whitespace.Run run;
    private int linked;
    private int linkCount;
    private int bold;
    private int small;
    private bool afterPicture;
    private bool afterBreak;
    private int silent;
    private int captions;
    private int headings;
    private int links;
    private int strong;
    private int smalls;
    private int lists;
    private int listNumber;

    /// <summary>The <c>datetime</c> of the first <c>time</c> element.</summary>
    public string? FirstTime { get; private set; }

    /// <summary>Whether an element was left out by a cue, rather than because it is never text.</summary>
    public bool HasLeftOut { get; private set; }

    public IReadOnlyList<RawBlock> Blocks => blocks;

    /// <summary>An element begins.</summary>
    /// <param name="name">Its name in lower case.</param>
    /// <param name="attributes">Its attributes.</param>
    public void Enter(ReadOnlySpan<char> name, in MarkupAttributes attributes)
    {
        var role = RoleOf.TryGetValue(name, out var known) ? known : ElementRole.Inline;
        if (role == ElementRole.Break)
        {
            Break(name);
        }

        if (role == ElementRole.Void || role == ElementRole.Break)
        {
            afterPicture |= name is "img" && silent == 0;
            open.Push(default);
            return;
        }

        var element = new Open(role);
        if (name is "time" && FirstTime is null && !attributes.DateTime.IsEmpty)
        {
            FirstTime = attributes.DateTime.ToString();
        }

        if (role == ElementRole.Silent)
        {
            element.IsSilent = true;
        }
        else if (cues is not null && silent == 0)
        {
            switch (cues.Of(attributes))
            {
                case ElementCue.Boilerplate:
                    element.IsSilent = true;
                    HasLeftOut = true;
                    break;
                case ElementCue.Caption:
                    element.IsCaption = true;
                    break;
            }
        }

        if (!element.IsSilent && (element.IsBlock || element.IsCaption))
        {
            Flush();
        }

        element.IsCaption |= role == ElementRole.Caption;
        element.IsLink = attributes.IsLink;
        linkCount += attributes.IsLink && silent == 0 ? 1 : 0;
        Count(element, 1);
        if (role == ElementRole.List && lists == 1 && silent == 0)
        {
            listNumber++;
        }

        open.Push(element);
    }

    /// <summary>The element entered last ends.</summary>
    public void Leave()
    {
        var element = open.Pop();
        if (silent == 0 && (element.IsBlock || element.IsCaption))
        {
            Flush();
        }

        Count(element, -1);
    }

    /// <summary>Text, decoded.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        if (silent > 0)
        {
            return;
        }

        var before = line.Length;
        Whitespace.Append(line, text, ref run);
        afterBreak &= line.Length == before;
        if ((links | strong | smalls) > 0)
        {
            var added = Letters(text);
            linked += links > 0 ? added : 0;
            bold += strong > 0 ? added : 0;
            small += smalls > 0 ? added : 0;
        }
    }

    /// <summary>The body ends.</summary>
    public void End() => Flush();

    /// <summary>A line break parts paragraphs, as news sites use it, unless the line breaks off within a sentence.</summary>
    private void Break(ReadOnlySpan<char> name)
    {
        if (name is "br" && silent == 0 && !afterBreak && line.Length > 0 && Continues.Contains(line[^1]))
        {
            afterBreak = true;
            run.Add('\n');
            return;
        }

        Flush();
    }

    private void Flush()
    {
        if (silent > 0)
        {
            return;
        }

        if (line.Length > 0)
        {
            var text = line.ToString();
            var letters = Letters(text);
            blocks.Add(new RawBlock(text, KindOf(text, letters), letters, linked, linkCount, lists > 0 ? listNumber : 0));
            line.Clear();
            afterPicture = false;
        }

        run = default;
        afterBreak = false;
        linked = 0;
        linkCount = 0;
        bold = 0;
        small = 0;
    }

    private static int Letters(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += char.IsLetterOrDigit(c) ? 1 : 0;
        }

        return count;
    }

    /// <summary>
    /// A short paragraph that is bold throughout and is no sentence is a subheading, and small print under a picture is its
    /// caption, as news sites set them.
    /// </summary>
    private BlockKind KindOf(string text, int letters) =>
        captions > 0 || (afterPicture && letters > 0 && small == letters) ? BlockKind.Caption
        : headings > 0 || (letters > 0 && bold == letters && text.Length <= MaxHeading && char.IsLetterOrDigit(text[^1])) ? BlockKind.Heading
        : BlockKind.Paragraph;

    private void Count(Open element, int step)
    {
        silent += element.IsSilent ? step : 0;
        captions += element.IsCaption ? step : 0;
        links += element.IsLink ? step : 0;
        headings += element.Role == ElementRole.Heading ? step : 0;
        strong += element.Role == ElementRole.Strong ? step : 0;
        smalls += element.Role == ElementRole.Small ? step : 0;
        lists += element.Role == ElementRole.List ? step : 0;
    }

    private static FrozenDictionary<string, ElementRole> ElementRoles()
    {
        var roles = new Dictionary<string, ElementRole>(StringComparer.Ordinal);
        Add(ElementRole.Break, "br hr");
        Add(ElementRole.Void, "area base col embed img input link meta param source track wbr");
        Add(ElementRole.Silent, "script style noscript template iframe svg math button select textarea object video audio canvas map nav head title dialog datalist noframes noembed xmp");
        Add(ElementRole.Heading, "h1 h2 h3 h4 h5 h6");
        Add(ElementRole.Caption, "figcaption caption");
        Add(ElementRole.List, "ul ol menu");
        Add(ElementRole.Strong, "b strong");
        Add(ElementRole.Small, "small");
        Add(ElementRole.Block, "p div section article main header footer aside address blockquote li dl dt dd table thead tbody tfoot tr td th figure pre details summary fieldset form center body html hgroup search dir listing");
        return roles.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(ElementRole role, string names)
        {
            foreach (var name in names.Split(' '))
            {
                roles.Add(name, role);
            }
        }
    }

    private enum ElementRole
    {
        Void,
        Inline,
        Strong,
        Small,
        Break,
        Block,
        Heading,
        Caption,
        List,
        Silent,
    }

    private record struct Open(ElementRole Role)
    {
        public readonly bool IsBlock => Role is ElementRole.Block or ElementRole.Heading or ElementRole.Caption or ElementRole.List;

        public bool IsSilent { get; set; }

        public bool IsCaption { get; set; }

        public bool IsLink { get; set; }
    }
}
