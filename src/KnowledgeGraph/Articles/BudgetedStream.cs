namespace KnowledgeGraph.Articles;

/// <summary>How much a compressed file may still give before it counts as a bomb.</summary>
internal sealed class ExpansionBudget(ReadOptions options, Func<long> compressedBytes)
{
    private long expanded;
    private bool exceeded;

    public void Spend(int bytes)
    {
        expanded += bytes;
        if (expanded > options.FreeExpansionBytes && expanded / options.MaxExpansion > compressedBytes())
        {
            exceeded = true;
            ThrowIfExceeded();
        }
    }

    public void ThrowIfExceeded()
    {
        if (exceeded)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"Grows to more than {options.MaxExpansion} times its size when unpacked, as a zip bomb does. Unpack it yourself if it is sound."));
        }
    }
}

/// <summary>Reads a decompressed stream within a budget. Forward only.</summary>
internal sealed class BudgetedStream(Stream inner, ExpansionBudget budget) : ForwardStream(inner)
{
    protected override void OnRead(int bytes) => budget.Spend(bytes);
}

/// <summary>Counts what was read of a stream. Forward only.</summary>
internal sealed class CountedStream(Stream inner) : ForwardStream(inner)
{
    public long BytesRead { get; private set; }

    protected override void OnRead(int bytes) => BytesRead += bytes;
}

/// <summary>A stream that only reads forward and is told how much was read.</summary>
internal abstract class ForwardStream(Stream inner) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        OnRead(read);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected abstract void OnRead(int bytes);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
