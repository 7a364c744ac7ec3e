using System.Net.Sockets;
using System.Text;

namespace KnowledgeGraph.Tests.Export.Neo4j;

/// <summary>
/// Replays what servers were seen to answer: the documented shapes of errors, answers that break off, other programs. For
/// faults alone; that the graph is right is shown on a real server.
/// </summary>
internal sealed class FakeNeo4j : IAsyncDisposable
{
    public const string Good = """{"data":{"fields":["version","edition"],"values":[["5.26.12","community"]]},"counters":{"nodesCreated":0},"bookmarks":["FB:1"]}""";

    private readonly LoopbackPort port;
    private readonly Func<string, int, Answer> reply;
    private int posts;

    /// <param name="reply">The answer to a request line's path and, of statements, the number of those before.</param>
    public FakeNeo4j(Func<string, int, Answer> reply)
    {
        this.reply = reply;
        port = new LoopbackPort(AnswerAsync);
    }

    /// <summary>What is answered.</summary>
    /// <param name="Status">The HTTP status; 0 closes the connection without a word.</param>
    /// <param name="Body">The body.</param>
    /// <param name="Sent">How many bytes of the body are sent before the connection is closed; all where -1.</param>
    internal sealed record Answer(int Status, string Body = "", int Sent = -1)
    {
        public static Answer Error(int status, string code, string message = "message") =>
            new(status, $$$"""{"errors":[{"code":"{{{code}}}","message":"{{{message}}}"}]}""");
    }

    public int Port => port.Number;

    public string Address => $"http://localhost:{Port}";

    /// <summary>How many statements came.</summary>
    public int Posts => posts;

    /// <summary>The bodies of the statements.</summary>
    public List<string> Bodies { get; } = [];

    public ValueTask DisposeAsync() => port.DisposeAsync();

    private async Task AnswerAsync(TcpClient client, CancellationToken stop)
    {
        try
        {
            using var connection = client;
            var stream = connection.GetStream();
            var head = await ReadHeadAsync(stream, stop);
            if (!head.StartsWith("POST ", StringComparison.Ordinal) && !head.StartsWith("GET ", StringComparison.Ordinal))
            {
                await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), stop);
                return;
            }

            var length = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is { } header
                ? int.Parse(header[15..], System.Globalization.CultureInfo.InvariantCulture)
                : 0;
            var body = new byte[length];
            await stream.ReadExactlyAsync(body, stop);
            var isPost = head.StartsWith("POST", StringComparison.Ordinal);
            if (isPost)
            {
                Bodies.Add(Encoding.UTF8.GetString(body));
            }

            var answer = reply(head.Split(' ')[1], isPost ? posts++ : posts);
            if (answer.Status > 0)
            {
                var bytes = Encoding.UTF8.GetBytes(answer.Body);
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {answer.Status} Status\r\nContent-Type: application/json\r\nContent-Length: {bytes.Length}\r\nConnection: close\r\n\r\n"), stop);
                await stream.WriteAsync(bytes.AsMemory(0, answer.Sent < 0 ? bytes.Length : answer.Sent), stop);
            }
        }
        catch (IOException)
        {
            // The client went away.
        }
    }

    private static async Task<string> ReadHeadAsync(NetworkStream stream, CancellationToken stop)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, stop) == 1)
        {
            head.Append((char)one[0]);
            if (head.Length == 1 && !char.IsAsciiLetterUpper(head[0]))
            {
                break;
            }
        }

        return head.ToString();
    }
}
