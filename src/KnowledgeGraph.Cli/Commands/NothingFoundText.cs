using System.Globalization;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Commands;

/// <summary>Says in sentences why there is no answer.</summary>
internal static class NothingFoundText
{
    /// <summary>The sentences.</summary>
    public static string Of(NothingFound nothing)
    {
        var said = new List<string> { "The store tells of no such meeting.", Of(nothing.Archive) };
        if (nothing.Naming.Length > 0)
        {
            var naming = string.Join(", ", nothing.Naming.Select(name => Invariant($"{name.Articles} name {name.Name}")));
            said.Add(Invariant($"{naming}{(nothing.Naming.Length > 1 ? Invariant($", {nothing.NamingAll} name all of them") : "")} (kg mentions {string.Join(' ', nothing.Naming.Select(name => name.Name))})."));
        }

        if (nothing.OfOtherStatus.Count > 0)
        {
            said.Add($"Hidden: {string.Join(", ", nothing.OfOtherStatus.Select(status => Invariant($"{status.Value} {status.Key}")))} (--status all).");
        }

        if (nothing.AtOtherTimes > 0)
        {
            said.Add(Invariant($"{nothing.AtOtherTimes} at other times."));
        }

        if (nothing.AtOtherPlaces > 0)
        {
            said.Add(Invariant($"{nothing.AtOtherPlaces} elsewhere or without a place."));
        }

        if (nothing.OfOtherKinds > 0)
        {
            said.Add(Invariant($"{nothing.OfOtherKinds} events of other kinds bring them together (--kind all)."));
        }

        return string.Join(' ', said);
    }

    /// <summary>The size and span of an archive.</summary>
    public static string Of(ArchiveSpan archive) => Invariant(
        $"It holds {archive.Articles} articles{(archive.First is null ? "" : $", published {archive.First} to {archive.Last}")}.");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
