using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace KnowledgeGraph.Export.Neo4j;

/// <summary>
/// A database of a server, over its Query API. A statement that fails for a reason that passes is sent again; all statements
/// of kg can be, since they give the same graph however often they run.
/// </summary>
public sealed class QueryApi : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan StatementTimeout = TimeSpan.FromMinutes(10);
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient http;
    private readonly Uri endpoint;
    private readonly Uri root;
    private readonly Neo4jFaults faults;
    private readonly Retries retries;
    private ImmutableArray<string> bookmarks = [];
    private bool answered;

    /// <summary>A connection that is not tried before the first statement.</summary>
    /// <param name="address">The server.</param>
    /// <param name="database">Name of the database.</param>
    /// <param name="user">Name of the user.</param>
    /// <param name="password">The user's password.</param>
    /// <param name="retries">How long statements are tried again.</param>
    public QueryApi(Neo4jAddress address, string database, string user, string password, Retries? retries = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        Address = address;
        endpoint = address.Query(database);
        root = address.Base;
        faults = new Neo4jFaults(address, database, user);
        this.retries = retries ?? Retries.Default;
        http = new HttpClient(new SocketsHttpHandler
        {
            // A redirect would carry the password to wherever it points.
            AllowAutoRedirect = false,
            ConnectTimeout = ConnectTimeout,
            UseProxy = !root.IsLoopback,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    /// <summary>The server.</summary>
    public Neo4jAddress Address { get; }

    /// <summary>Told before each pause: what broke, and how long the pause is.</summary>
    public Action<string, TimeSpan>? Retrying { get; set; }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    /// <summary>Runs a statement.</summary>
    /// <exception cref="Neo4jException">It cannot succeed, or has not within the limit.</exception>
    internal async Task<QueryAnswer> RunAsync(CypherStatement statement, CancellationToken cancel)
    {
        using var pauses = retries.Pauses().GetEnumerator();
        var waited = TimeSpan.Zero;
        while (true)
        {
            var (answer, fault) = await TryAsync(statement, cancel);
            if (answer is not null)
            {
                answered = true;
                bookmarks = answer.Bookmarks ?? bookmarks;
                return answer;
            }

            var limit = answered ? retries.Limit : retries.LimitOfSilence;
            if (!pauses.MoveNext() || (waited += pauses.Current) > limit)
            {
                throw new Neo4jException($"{fault} (tried for {limit.TotalSeconds:0.##} s)");
            }

            Retrying?.Invoke(fault, pauses.Current);
            await Task.Delay(pauses.Current, cancel);
        }
    }

    /// <summary>Sends a statement once.</summary>
    /// <returns>The answer, or in words the fault that may pass.</returns>
    /// <exception cref="Neo4jException">The fault is one that does not pass.</exception>
    private async Task<(QueryAnswer? Answer, string Fault)> TryAsync(CypherStatement statement, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(StatementTimeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ReadOnlyMemoryContent(statement.Request(bookmarks)) };
            request.Content.Headers.ContentType = Json;
            using var response = await http.SendAsync(request, limit.Token);
            var answer = Read(await response.Content.ReadAsByteArrayAsync(limit.Token));
            if (answer?.Errors is [var error, ..])
            {
                answered = true;
                return Neo4jFaults.Passes(error) ? (null, faults.Explain(error)) : throw new Neo4jException(
                    Neo4jFaults.IsMissing(error) ? faults.Explain(response.StatusCode, await DiscoverAsync(limit.Token)) : faults.Explain(error));
            }

            if (answer?.Data is not null && response.IsSuccessStatusCode)
            {
                return (answer, "");
            }

            return Neo4jFaults.Passes(response.StatusCode)
                ? (null, $"{Address} answers {(int)response.StatusCode} {response.StatusCode}")
                : throw new Neo4jException(faults.Explain(response.StatusCode, await DiscoverAsync(limit.Token)));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            return (null, $"{Address} gave no answer within {StatementTimeout.TotalMinutes:0} minutes");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            var fault = $"{Address} takes no connection within {ConnectTimeout.TotalSeconds:0} s. Check --uri, and that no firewall is between.";
            return answered ? (null, fault) : throw new Neo4jException(fault);
        }
        catch (Exception fault) when (fault is not Neo4jException && Neo4jFaults.Passes(fault, answered))
        {
            return (null, faults.Explain(fault, answered));
        }
        catch (Exception fault) when (fault is HttpRequestException)
        {
            throw new Neo4jException(faults.Explain(fault, answered), fault);
        }
    }

    /// <summary>What the server says of itself, to explain why it does not answer as expected; <see langword="null"/> where it is no Neo4j.</summary>
    private async Task<Discovery?> DiscoverAsync(CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, root);
            using var response = await http.SendAsync(request, cancel);
            return JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(cancel), QueryApiJson.Default.Discovery);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or JsonException)
        {
            return null;
        }
    }

    private static QueryAnswer? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, QueryApiJson.Default.QueryAnswer);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
