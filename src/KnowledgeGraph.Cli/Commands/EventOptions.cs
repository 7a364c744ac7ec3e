using System.Collections.Immutable;
using System.CommandLine;

namespace KnowledgeGraph.Cli.Commands;

/// <summary>Options that choose events by kind and status; each takes several values, one by one or with commas.</summary>
internal static class EventOptions
{
    private const string All = "all";

    /// <summary><c>--kind</c>.</summary>
    public static Option<string[]> Kind(string description) =>
        Several(new Option<string[]>("--kind") { Description = description, HelpName = "KIND,..." }, EventKinds.All);

    /// <summary><c>--status</c>.</summary>
    public static Option<string[]> Status() => Several(
        new Option<string[]>("--status") { Description = "held, planned, cancelled, or all. [default: held]", HelpName = "STATUS,..." }, EventStatuses.All);

    /// <summary>The values given, in the order of all values; empty where none were.</summary>
    public static ImmutableArray<string> Values(Option<string[]> option, ParseResult parsed, ImmutableArray<string> all)
    {
        var given = Split(parsed.GetValue(option) ?? []).ToList();
        return given.Contains(All) ? all : [.. all.Where(given.Contains)];
    }

    private static Option<string[]> Several(Option<string[]> option, ImmutableArray<string> values)
    {
        option.CompletionSources.Add([.. values, All]);
        option.Validators.Add(result =>
        {
            foreach (var wrong in Split(result.Tokens.Select(token => token.Value)).Where(value => value != All && !values.Contains(value)))
            {
                result.AddError($"{option.Name}: '{wrong}' is none of {string.Join(", ", values)}, {All}.");
            }
        });
        return option;
    }

    private static IEnumerable<string> Split(IEnumerable<string> given) =>
        given.SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
