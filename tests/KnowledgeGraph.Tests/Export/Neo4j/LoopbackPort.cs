using System.Net;
using System.Net.Sockets;

namespace KnowledgeGraph.Tests.Export.Neo4j;

/// <summary>A port of our own on loopback: hands each client that connects on, one after the other, until it is disposed.</summary>
internal sealed class LoopbackPort : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;

    /// <param name="serve">Serves a client, which it disposes; the token is cancelled when the port is closed.</param>
    public LoopbackPort(Func<TcpClient, CancellationToken, Task> serve)
    {
        listener.Start();
        accepting = AcceptAsync(serve);
    }

    public int Number => ((IPEndPoint)listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
        listener.Dispose();
    }

    private async Task AcceptAsync(Func<TcpClient, CancellationToken, Task> serve)
    {
        try
        {
            while (true)
            {
                await serve(await listener.AcceptTcpClientAsync(stop.Token), stop.Token);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException { Source: "System.Net.Sockets" })
        {
            // Stopped, before or while it waited.
        }
    }
}
