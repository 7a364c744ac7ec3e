using System.Collections.Immutable;

namespace KnowledgeGraph.Graph;

/// <summary>The types that a property can have.</summary>
public enum PropertyType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A 64-bit integer.</summary>
    Integer,

    /// <summary>A floating-point number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A list of texts.</summary>
    TextList,
}

/// <summary>A typed value of a property; two with the same content are equal.</summary>
public abstract record PropertyValue
{
    private protected PropertyValue()
    {
    }

    /// <summary>The value's type.</summary>
    public abstract PropertyType Type { get; }

    /// <summary>A text.</summary>
    public static implicit operator PropertyValue(string value) => new TextValue(value);

    /// <summary>An integer.</summary>
    public static implicit operator PropertyValue(long value) => new IntegerValue(value);

    /// <summary>A number.</summary>
    public static implicit operator PropertyValue(double value) => new NumberValue(value);

    /// <summary>A truth value.</summary>
    public static implicit operator PropertyValue(bool value) => new TruthValue(value);

    /// <summary>A day.</summary>
    public static implicit operator PropertyValue(DateOnly value) => new DateValue(value);

    /// <summary>A list of texts.</summary>
    public static implicit operator PropertyValue(ImmutableArray<string> value) => new TextListValue(value);
}

/// <summary>A text.</summary>
/// <param name="Value">The text.</param>
public sealed record TextValue(string Value) : PropertyValue
{
    /// <inheritdoc/>
    public override PropertyType Type => PropertyType.Text;
}

/// <summary>A 64-bit integer.</summary>
/// <param name="Value">The integer.</param>
public sealed record IntegerValue(long Value) : PropertyValue
{
    /// <inheritdoc/>
    public override PropertyType Type => PropertyType.Integer;
}

/// <summary>A floating-point number.</summary>
/// <param name="Value">The number, finite.</param>
public sealed record NumberValue(double Value) : PropertyValue
{
    /// <inheritdoc/>
    public override PropertyType Type => PropertyType.Number;
}

/// <summary>True or false.</summary>
/// <param name="Value">The truth value.</param>
public sealed record TruthValue(bool Value) : PropertyValue
{
    /// <inheritdoc/>
    public override PropertyType Type => PropertyType.Truth;
}

/// <summary>A day.</summary>
/// <param name="Value">The day.</param>
public sealed record DateValue(DateOnly Value) : PropertyValue
{
    /// <inheritdoc/>
    public override PropertyType Type => PropertyType.Date;
}

/// <summary>A list of texts.</summary>
/// <param name="Values">The texts, in an order that means something or else ordinal.</param>
public sealed record TextListValue(ImmutableArray<string> Values) : PropertyValue
{
    /// <inheritdoc/>
    public override PropertyType Type => PropertyType.TextList;

    /// <inheritdoc/>
    public bool Equals(TextListValue? other) => other is not null && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var value in Values)
        {
            hash.Add(value, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }
}
