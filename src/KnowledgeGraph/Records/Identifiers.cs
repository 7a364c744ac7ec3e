using System.Security.Cryptography;
using System.Text;

namespace KnowledgeGraph.Records;

/// <summary>Ids that depend on a thing's own values alone: <c>kind:</c> and 16 hex digits of a SHA-256.</summary>
public static class Identifiers
{
    /// <summary>The id of a thing of some kind with these values; the same values give the same id everywhere.</summary>
    /// <param name="kind">person, office, country, organization, group, event, agreement, article.</param>
    /// <param name="values">The values in a fixed order; an absent one is <see langword="null"/>.</param>
    public static string Of(string kind, params ReadOnlySpan<string?> values)
    {
        var text = new StringBuilder(kind);
        foreach (var value in values)
        {
            text.Append('\u001f').Append(value ?? "\u001e");
        }

        return kind + ":" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())), 0, 8);
    }
}
