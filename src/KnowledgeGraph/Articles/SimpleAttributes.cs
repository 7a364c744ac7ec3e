using System.Buffers;

namespace KnowledgeGraph.Articles;

/// <summary>Reads the attributes of a tag in simple markup (<see cref="SimpleMarkup"/>), from behind the tag's name.</summary>
internal ref struct SimpleAttributes(ReadOnlySpan<char> html, int at)
{
    private static readonly SearchValues<char> EndsName = SearchValues.Create(" \t\r\n\f=>/\"'<");
    private static readonly SearchValues<char> EndsBareValue = SearchValues.Create(" \t\r\n\f>\"'<=`/");

    private readonly ReadOnlySpan<char> html = html;

    /// <summary>How far the markup is read.</summary>
    public int At { get; private set; } = at;

    /// <summary>Reads up to the tag's end.</summary>
    /// <param name="isAnchor">Whether it is the tag of an <c>a</c> element.</param>
    /// <param name="attributes">What matters of the attributes; the first of equal names counts.</param>
    /// <param name="closesItself">Whether the tag ends in <c>/&gt;</c>.</param>
    /// <returns>Whether the tag was simple.</returns>
    public bool TryRead(bool isAnchor, out MarkupAttributes attributes, out bool closesItself)
    {
        attributes = default;
        closesItself = false;
        ReadOnlySpan<char> @class = default, id = default, style = default, role = default, dateTime = default;
        bool hasClass = false, hasId = false, hasStyle = false, hasRole = false, hasTime = false, hidden = false, hasAria = false, link = false;
        while (true)
        {
            while (At < html.Length && IsSpace(html[At]))
            {
                At++;
            }

            if (At >= html.Length)
            {
                return false;
            }

            if (html[At] == '>')
            {
                At++;
                attributes = new MarkupAttributes
                {
                    Class = @class, Id = id, Style = style, Role = role, DateTime = dateTime, IsHidden = hidden, IsLink = link,
                };
                return true;
            }

            if (html[At] == '/')
            {
                At++;
                closesItself = At < html.Length && html[At] == '>';
                if (!closesItself)
                {
                    return false;
                }

                continue;
            }

            if (!TryAttribute(out var name, out var value))
            {
                return false;
            }

            switch (name)
            {
                case "class" when !hasClass:
                    hasClass = true;
                    @class = value;
                    break;
                case "id" when !hasId:
                    hasId = true;
                    id = value;
                    break;
                case "style" when !hasStyle:
                    hasStyle = true;
                    style = value;
                    break;
                case "role" when !hasRole:
                    hasRole = true;
                    role = value;
                    break;
                case "datetime" when !hasTime:
                    hasTime = true;
                    dateTime = value;
                    break;
                case "hidden":
                    hidden = true;
                    break;
                case "aria-hidden" when !hasAria:
                    hasAria = true;
                    hidden |= value is "true";
                    break;
                case "href":
                    link |= isAnchor;
                    break;
                default:
                    continue;
            }

            if (name is not "href" && value.Contains('&'))
            {
                return false;
            }
        }
    }

    private bool TryAttribute(out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        value = default;
        name = default;
        var length = html[At..].IndexOfAny(EndsName);
        if (length <= 0)
        {
            return false;
        }

        name = html.Slice(At, length);
        if (name.ContainsAnyInRange('A', 'Z'))
        {
            return false;
        }

        At += length;
        var behind = At;
        while (behind < html.Length && IsSpace(html[behind]))
        {
            behind++;
        }

        if (behind >= html.Length || html[behind] != '=')
        {
            return behind < html.Length;
        }

        At = behind + 1;
        while (At < html.Length && IsSpace(html[At]))
        {
            At++;
        }

        if (At >= html.Length)
        {
            return false;
        }

        var quote = html[At];
        if (quote is '"' or '\'')
        {
            At++;
            var end = html[At..].IndexOf(quote);
            if (end < 0)
            {
                return false;
            }

            value = html.Slice(At, end);
            At += end + 1;
            return At < html.Length && (IsSpace(html[At]) || html[At] is '>' or '/');
        }

        var bare = html[At..].IndexOfAny(EndsBareValue);
        if (bare <= 0 || !(IsSpace(html[At + bare]) || html[At + bare] == '>'))
        {
            return false;
        }

        value = html.Slice(At, bare);
        At += bare;
        return true;
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n' or '\f';
}
